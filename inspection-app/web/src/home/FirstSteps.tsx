import { CheckCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoggerSummary } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import type { OutletSummary } from '../api/types';
import { Section } from '../ui/Page';

/** What a newcomer does next; gone as soon as the first reading is there. */
export function FirstSteps({ outlets }: { readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const heard = outlets.some((outlet) => outlet.values.length > 0);
  const loggers = useApi<LoggerSummary[]>('/api/loggers', { every: EVERY.visit, enabled: !heard });
  if (heard || !loggers.data) return null;
  const logger = loggers.data[0];
  const steps = [
    { name: 'outlet', done: outlets.length > 0, to: '/outlets/new', says: t('steps.go') },
    { name: 'logger', done: logger !== undefined, to: '/loggers/new', says: t('steps.go') },
    { name: 'reading', done: false, to: logger ? `/loggers/${encodeURIComponent(logger.mn)}/settings` : '', says: t('steps.connect') },
  ] as const;
  const next = steps.findIndex((step) => !step.done);
  return (
    <Section title={t('steps.title')} note={t('steps.note')}>
      <ol className="first-steps">
        {steps.map(({ name, done, to, says }, index) => (
          <li key={name} {...(index === next ? { 'aria-current': 'step' as const } : {})}>
            <div>
              <strong>{t(`steps.${name}`)}</strong>
              <p className="muted small">{name === 'reading' && index === next ? t('steps.readingWait') : t(`steps.${name}Why`)}</p>
            </div>
            {done && (
              <span className="first-step-done">
                <CheckCircleFilled aria-hidden="true" /> {t('steps.done')}
              </span>
            )}
            {index === next && (
              <Link className="first-step-go" to={to}>
                {says}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
