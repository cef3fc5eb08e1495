import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { FollowUp } from '../api/followUp';
import type { Checkup } from '../api/types';
import { beijingDay, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

const send = postingOnce();

/** What the enterprise says to one advice: a dissent that stays with it, and the date that it sets itself. */
export function FollowUps({ checkup, adviceId }: { readonly checkup: Checkup; readonly adviceId: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const path = `/api/checkups/${checkup.id}/follow-up`;
  const all = useApi<FollowUp[]>(path);
  const said = all.data?.find((each) => each.adviceId === adviceId);
  const standing = said?.dates.at(-1);
  return (
    <div className="follow-up">
      {said?.dissents.map(({ text, by, at }) => (
        <p key={at} className="as-written small">
          <strong>{t('followUp.dissent')}</strong> {text}{' '}
          <span className="muted">
            {local(by)} · {beijingMinute(at)}
          </span>
        </p>
      ))}
      {standing && (
        <p className="small">
          <strong>{t('followUp.until', { date: standing.date })}</strong>
          {standing.interim && <> · {t('followUp.interimIs', { interim: standing.interim })}</>}
        </p>
      )}
      {role === 'director' && all.data && <Say path={path} adviceId={adviceId} standing={standing?.date ?? null} />}
    </div>
  );
}

function Say({ path, adviceId, standing }: { readonly path: string; readonly adviceId: string; readonly standing: string | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'dissent' | 'date' | null>(null);
  if (open === 'dissent') return <Dissent path={path} adviceId={adviceId} close={() => setOpen(null)} />;
  if (open === 'date') return <SetDate path={path} adviceId={adviceId} standing={standing} close={() => setOpen(null)} />;
  return (
    <div className="tools no-print">
      <Button size="small" onClick={() => setOpen('date')}>
        {t(standing ? 'followUp.move' : 'followUp.set')}
      </Button>
      <Button size="small" type="text" onClick={() => setOpen('dissent')}>
        {t('followUp.disagree')}
      </Button>
    </div>
  );
}

interface FormProps {
  readonly path: string;
  readonly adviceId: string;
  readonly close: () => void;
}

function useSend(path: string, close: () => void) {
  const refresh = useRefresh();
  return useDoing(async (route: string, body: unknown) => {
    await send(`${path}/${route}`, body);
    await refresh(path);
    close();
  });
}

function Dissent({ path, adviceId, close }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const doing = useSend(path, close);
  return (
    <div className="stack">
      <Input.TextArea rows={3} maxLength={8000} value={text} onChange={(event) => setText(event.target.value)} aria-label={t('followUp.dissent')} placeholder={t('followUp.dissentHint')} />
      <Buttons busy={doing.busy} ready={text.trim() !== ''} save={() => void doing.run('dissents', { adviceId, text })} close={close} />
      <Trouble problem={doing.problem} />
    </div>
  );
}

function SetDate({ path, adviceId, standing, close }: FormProps & { readonly standing: string | null }) {
  const { t } = useTranslation();
  const [date, setDate] = useState(standing ?? '');
  const [interim, setInterim] = useState('');
  const doing = useSend(path, close);
  const later = standing !== null && date > standing;
  return (
    <div className="stack">
      <Input type="date" min={beijingDay(new Date().toISOString())} value={date} onChange={(event) => setDate(event.target.value)} aria-label={t('followUp.date')} style={{ maxWidth: 200 }} />
      {later && (
        <Input.TextArea rows={2} maxLength={8000} value={interim} onChange={(event) => setInterim(event.target.value)} aria-label={t('followUp.interim')} placeholder={t('followUp.interimHint')} />
      )}
      <Buttons busy={doing.busy} ready={date !== '' && (!later || interim.trim() !== '')} save={() => void doing.run('dates', { adviceId, date, interim: later ? interim : '' })} close={close} />
      <Trouble problem={doing.problem} />
    </div>
  );
}

function Buttons({ busy, ready, save, close }: { readonly busy: boolean; readonly ready: boolean; readonly save: () => void; readonly close: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="tools">
      <Button size="small" type="primary" disabled={!ready} loading={busy} onClick={save}>
        {t('followUp.save')}
      </Button>
      <Button size="small" onClick={close}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
