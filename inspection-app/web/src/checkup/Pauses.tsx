import { Alert, App, Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Checkup, Pause, PauseAction, PauseKind } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

const PLAIN = ['acted', 'heard', 'resume'] as const satisfies readonly PauseAction[];

/** What this account may do about a pause; nothing here takes a text, so nothing that was met can be written down. */
export function PauseActions({ checkup }: { readonly checkup: Checkup }) {
  const steps = PLAIN.filter((action) => checkup.may.includes(action));
  if (steps.length === 0 && !checkup.may.includes('pause') && !checkup.may.includes('vote')) return null;
  return (
    <div className="tools actions">
      {steps.map((action) => (
        <Step key={action} checkup={checkup} action={action} />
      ))}
      {checkup.may.includes('vote') && <Vote checkup={checkup} />}
      {checkup.may.includes('pause') && <PauseButton checkup={checkup} />}
    </div>
  );
}

function usePost(checkup: Checkup) {
  const refresh = useRefresh();
  return async (route: string, body?: unknown) => {
    await post<Checkup>(`/api/checkups/${checkup.id}/${route}`, body);
    await refresh('/api/checkups');
  };
}

function Step({ checkup, action }: { readonly checkup: Checkup; readonly action: (typeof PLAIN)[number] }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const send = usePost(checkup);
  const doing = useDoing(() => send(`pause/${action}`));
  const ask = () =>
    modal.confirm({
      title: t(`pause.act.${action}`),
      content: t(`pause.asks.${action}`),
      okText: t('pause.confirm'),
      cancelText: t('action.cancel'),
      onOk: () => doing.run(),
    });
  return (
    <>
      <Button type="primary" loading={doing.busy} onClick={ask}>
        {t(`pause.act.${action}`)}
      </Button>
      <Trouble problem={doing.problem} />
    </>
  );
}

function PauseButton({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('pause.act.pause')}</Button>
      {open && <PauseDialog checkup={checkup} close={() => setOpen(false)} />}
    </>
  );
}

function PauseDialog({ checkup, close }: { readonly checkup: Checkup; readonly close: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<PauseKind | null>(null);
  const send = usePost(checkup);
  const doing = useDoing(async () => {
    await send('pause', { kind });
    close();
  });
  return (
    <Modal
      open
      title={t('pause.title')}
      okText={t('pause.act.pause')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: kind === null, loading: doing.busy }}
      onOk={() => void doing.run()}
      onCancel={close}
    >
      <p>{t('pause.note')}</p>
      <Radio.Group className="stack" value={kind} onChange={(event) => setKind(event.target.value as PauseKind)} aria-label={t('pause.title')}>
        {(['imminent-danger', 'outside-programme'] as const).map((each) => (
          <Radio key={each} value={each}>
            <strong>{t(`pause.kind.${each}`)}</strong>
            <div className="muted small">{t(`pause.says.${each}`)}</div>
          </Radio>
        ))}
      </Radio.Group>
      <Trouble problem={doing.problem} />
    </Modal>
  );
}

function Vote({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const send = usePost(checkup);
  const doing = useDoing((applies: boolean) => send('pause/vote', { applies }));
  const ask = (applies: boolean) =>
    modal.confirm({
      title: t(applies ? 'pause.vote.applies' : 'pause.vote.not'),
      content: t(applies ? 'pause.vote.appliesSays' : 'pause.vote.notSays'),
      okText: t('pause.confirm'),
      cancelText: t('action.cancel'),
      onOk: () => doing.run(applies),
    });
  return (
    <>
      <Button loading={doing.busy} onClick={() => ask(false)}>
        {t('pause.vote.not')}
      </Button>
      <Button loading={doing.busy} onClick={() => ask(true)}>
        {t('pause.vote.applies')}
      </Button>
      <Trouble problem={doing.problem} />
    </>
  );
}

/** Every pause of the check-up with its times, for everybody who may see the check-up. */
export function Pauses({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const pauses = useApi<Pause[]>(`/api/checkups/${checkup.id}/pauses`, { every: 10_000 });
  if (!pauses.data || pauses.data.length === 0) return null;
  return (
    <Section title={t('pause.list')}>
      {checkup.state === 'Excluded' && <Alert type="info" showIcon title={t('pause.excluded')} className="trouble" />}
      <Loaded query={pauses} rows={2}>
        {(list) => (
          <ul className="rows">
            {list.map((pause) => (
              <li key={pause.raisedAt}>
                <One pause={pause} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function One({ pause }: { readonly pause: Pause }) {
  const { t } = useTranslation();
  const local = useLocal();
  const list = useList();
  const times: readonly (readonly [string, string | null])[] = [
    [t('pause.raised', { by: local(pause.raisedBy) }), pause.raisedAt],
    [t('pause.hearingUntil'), pause.outcome ? null : pause.hearingUntil],
    [t('pause.acted'), pause.actedAt],
    [t('pause.heard'), pause.heardAt],
    [pause.outcome ? t(`pause.outcome.${pause.outcome}`) : '', pause.settledAt],
  ];
  return (
    <div>
      <strong>{t(`pause.kind.${pause.kind}`)}</strong>
      {times.map(([says, at]) => at && (
        <div key={says} className="small">
          <time dateTime={at} className="number muted">
            {beijingMinute(at)}
          </time>{' '}
          {says}
        </div>
      ))}
      {pause.voted.length > 0 && <div className="small">{t('pause.voted', { by: list(pause.voted.map(local)) })}</div>}
    </div>
  );
}
