import { ReloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { LoggerHealth, Replay } from '../api/loggers';
import { useOlder } from '../api/older';
import { EVERY, useApi, useRefresh } from '../api/query';
import type { Quarantined } from '../api/types';
import { reasons } from '../domain/health';
import { beijingSecond } from '../domain/time';
import { useLocal } from '../i18n';
import { RefusedFrame } from '../outlet/RefusedFrame';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { OlderButton } from '../ui/OlderButton';
import { Section } from '../ui/Page';
import { KeptFrame } from './KeptFrame';
import type { OfLogger } from './LoggerPage';

const ALL = '';

/** Frames that could not be read: as they came, why, and read again once the cause is mended. */
export function QuarantineTab({ path }: OfLogger) {
  const { t } = useTranslation();
  const local = useLocal();
  const [code, setCode] = useState(ALL);
  const health = useApi<LoggerHealth>(`${path}/health`);
  const frames = useOlder<Quarantined>(`${path}/quarantine${code === ALL ? '' : `?code=${encodeURIComponent(code)}`}`);
  const options = reasons(health.data?.days ?? []).map((refusal) => ({ value: refusal.code, label: `${local(refusal.message)} (${refusal.frames})` }));
  return (
    <div className="stack">
      <Replays path={path} />
      <Section
        title={t('quarantine.title')}
        note={t('quarantine.note')}
        actions={
          <Select
            aria-label={t('refused.reason')}
            className="reason-select"
            popupMatchSelectWidth={false}
            value={code}
            onChange={setCode}
            options={[{ value: ALL, label: t('refused.all') }, ...options]}
          />
        }
      >
        <Loaded query={frames} empty={{ when: (list) => list.length === 0, say: t(code === ALL ? 'quarantine.none' : 'refused.noneOfThese') }}>
          {(list) => (
            <ul className="quarantine">
              {list.map((frame) => (
                <li key={frame.id}>
                  <Frame frame={frame} path={path} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <OlderButton query={frames} />
      </Section>
    </div>
  );
}

function Frame({ frame, path }: { readonly frame: Quarantined; readonly path: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <RefusedFrame frame={frame}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'refused.hide' : 'refused.explain')}
      </Button>
      {open && <KeptFrame id={frame.id} path={path} />}
    </RefusedFrame>
  );
}

/** Reading again is worth it after a setting was changed or the logger was registered. */
function Replays({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [asked, setAsked] = useState(0);
  const replays = useApi<Replay[]>(`${path}/replays`, { every: EVERY.live });
  const last = replays.data?.[0];
  const waiting = last !== undefined && last.doneAt === null;
  const asking = useDoing(async () => {
    setAsked((await post<Replay>(`${path}/replays`, {})).id);
    await refresh(path);
  });
  const fresh = last !== undefined && last.id === asked && !waiting;
  return (
    <Section
      title={t('replay.title')}
      note={t('replay.note')}
      actions={
        <Button icon={<ReloadOutlined />} loading={asking.busy || waiting} onClick={() => void asking.run()}>
          {t('replay.ask')}
        </Button>
      }
    >
      <Trouble problem={asking.problem} />
      <Loaded query={replays} rows={1}>
        {() => (
          <p role="status" className={fresh ? 'sum-right' : 'muted'}>
            {last ? <Result replay={last} /> : t('replay.never')}
          </p>
        )}
      </Loaded>
      {fresh && (
        <Button size="small" className="spaced" onClick={() => void refresh(`${path}/quarantine`)}>
          {t('replay.show')}
        </Button>
      )}
    </Section>
  );
}

function Result({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  if (replay.doneAt === null) return <>{t('replay.running', { time: beijingSecond(replay.askedAt) })}</>;
  return <>{t('replay.done', { time: beijingSecond(replay.doneAt), frames: replay.frames, mended: replay.mended, refused: replay.stillRefused })}</>;
}
