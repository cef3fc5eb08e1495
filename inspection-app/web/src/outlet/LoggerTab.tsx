import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/query';
import type { LedgerDay, OutletDetail, Quarantined } from '../api/types';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Connections } from './Connections';
import { Ledger } from './Ledger';
import { RefusedFrame } from './RefusedFrame';

/** The health of the data logger: what became of every frame, and how it connects. */
export function LoggerTab({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const path = `/api/outlets/${outlet.id}`;
  const ledger = useApi<LedgerDay[]>(`${path}/ledger`, { every: 10_000 });
  const quarantine = useApi<Quarantined[]>(`${path}/quarantine`, { every: 10_000 });
  return (
    <div className="stack">
      <LoggerLinks outlet={outlet} />
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

/** More about each logger has a page of its own. */
function LoggerLinks({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t('outlet.loggers')} note={t('outlet.loggersNote')}>
      <ul className="rows">
        {outlet.devices.map(({ mn }) => (
          <li key={mn}>
            <Link to={`/loggers/${encodeURIComponent(mn)}`} className="wrap">
              {t('outlet.openLogger', { mn })}
            </Link>
          </li>
        ))}
        <li>
          <Link to={`/outlets/${outlet.id}/settings`}>{t('outlet.settings')}</Link>
        </li>
      </ul>
    </Section>
  );
}
