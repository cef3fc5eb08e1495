import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { HealthDay, LoggerHealth } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import { adds } from '../domain/frame';
import { reasons, total } from '../domain/health';
import { useList, useLocal } from '../i18n';
import { Ledger } from '../outlet/Ledger';
import { Loaded, Nothing } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Defects } from './Defects';
import type { OfLogger } from './LoggerPage';
import { SheetChart } from './SheetChart';
import { Timings } from './Timings';
import { VerdictLine } from './VerdictLine';

/** The health card: where every frame of 30 days went, what is wrong with them, and how punctual they are. */
export function HealthTab({ logger, path }: OfLogger) {
  const { t } = useTranslation();
  const health = useApi<LoggerHealth>(`${path}/health`, { every: EVERY.visit });
  return (
    <div className="stack">
      <Loaded query={health} rows={8}>
        {(card) => (
          <>
            <Section title={t('health.today')}>
              <VerdictLine logger={logger} />
              <Summary card={card} />
            </Section>
            <Defects defects={card.defects} path={path} />
            <Sheet days={card.days} />
            <Reasons days={card.days} />
            <Timings days={card.days} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Summary({ card }: { readonly card: LoggerHealth }) {
  const { t } = useTranslation();
  const list = useList();
  if (card.days.length === 0) return <p className="muted">{t('ledger.none')}</p>;
  const sum = total(card.days);
  const right = card.days.every(adds) && adds({ day: '', ...sum });
  return (
    <>
      <p className={right ? 'equation sum-right' : 'equation sum-wrong'}>
        {right ? <CheckCircleFilled aria-hidden="true" /> : <WarningFilled aria-hidden="true" />} {t('health.equation', { ...sum })}{' '}
        <strong>{t(right ? 'ledger.adds' : 'ledger.doesNotAdd')}</strong>
      </p>
      {card.transports.length > 0 && <p className="muted small">{t('health.transports', { transports: list(card.transports.map((each) => each.toUpperCase())) })}</p>}
    </>
  );
}

function Sheet({ days }: { readonly days: readonly HealthDay[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('health.sheet')} note={t('ledger.note')}>
      {days.length === 0 ? (
        <Nothing>{t('ledger.none')}</Nothing>
      ) : (
        <>
          <SheetChart days={days} />
          <Ledger days={days} />
        </>
      )}
    </Section>
  );
}

function Reasons({ days }: { readonly days: readonly HealthDay[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refusals = reasons(days);
  const refused = total(days).refused;
  return (
    <Section title={t('health.reasons')} note={t('health.reasonsNote')}>
      {refusals.length === 0 ? (
        <p className="muted">{t('quarantine.none')}</p>
      ) : (
        <ul className="rows">
          {refusals.map((refusal) => (
            <li key={refusal.code}>
              <span>
                {local(refusal.message)}
                {refusal.clause !== null && <span className="muted small"> · {refusal.clause}</span>}
              </span>
              <strong className="number">{t('health.frames', { count: refusal.frames })}</strong>
            </li>
          ))}
          <li>
            <span>{t('health.reasonsSum')}</span>
            <strong className="number">{t('health.frames', { count: refused })}</strong>
          </li>
        </ul>
      )}
    </Section>
  );
}
