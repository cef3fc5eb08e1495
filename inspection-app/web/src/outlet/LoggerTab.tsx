import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import type { LedgerDay, OutletDetail, Quarantined } from '../api/types';
import { beijingSecond } from '../domain/time';
import { markedFrame } from '../domain/frame';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { Connections } from './Connections';
import { Ledger } from './Ledger';

/** The health of the data logger: what became of every frame, and how it connects. */
export function LoggerTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const path = `/api/outlets/${outlet.id}`;
  const ledger = useApi<LedgerDay[]>(`${path}/ledger`, { every: 10_000 });
  const quarantine = useApi<Quarantined[]>(`${path}/quarantine`, { every: 10_000 });
  return (
    <div className="stack">
      <Section title={t('ledger.title')} note={t('ledger.note')}>
        <Loaded query={ledger} empty={{ when: (days) => days.length === 0, say: t('ledger.none') }}>
          {(days) => <Ledger days={days} />}
        </Loaded>
      </Section>
      <Section title={t('quarantine.title')} note={t('quarantine.note')}>
        <Loaded query={quarantine} empty={{ when: (frames) => frames.length === 0, say: t('quarantine.none') }}>
          {(frames) => (
            <ul className="quarantine">
              {frames.map((frame) => (
                <li key={frame.id}>
                  <RefusedFrame frame={frame} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      <Connections outletId={outlet.id} />
    </div>
  );
}

function RefusedFrame({ frame }: { readonly frame: Quarantined }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { before, at, after } = markedFrame(frame.frame, frame.offset);
  return (
    <article className="refused" aria-label={local(frame.message)}>
      <div className="tags">
        <strong>{local(frame.message)}</strong>
        {frame.copies > 1 && <Pill tone="calm">{t('quarantine.copies', { count: frame.copies })}</Pill>}
      </div>
      <p className="small muted">
        {beijingSecond(frame.receivedAt)} · MN {frame.mn} · {t('quarantine.offset', { offset: frame.offset })}
        {frame.declared !== null && <> · {t('quarantine.declared')} <code>{frame.declared}</code></>}
        {frame.found !== null && <> · {t('quarantine.found')} <code>{frame.found}</code></>}
      </p>
      <pre className="frame" tabIndex={0} aria-label={t('quarantine.frame')}>
        {before}
        <mark>{at === '' ? t('quarantine.end') : at}</mark>
        {after}
      </pre>
    </article>
  );
}
