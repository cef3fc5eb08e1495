import { CheckCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { LoggerSummary } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import type { OutletSummary } from '../api/types';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';
import { Section } from '../ui/Page';

/** What a newcomer does next; gone as soon as the first reading is there. */
export function FirstSteps({ outlets }: { readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const heard = outlets.some((outlet) => outlet.values.length > 0);
  const loggers = useApi<LoggerSummary[]>('/api/loggers', { every: EVERY.visit, enabled: !heard });
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!heard && loggers.data) setWaited(true);
  }, [heard, loggers.data]);
  if (heard && waited) return <Arrived outlets={outlets} />;
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
              <Button type="primary" onClick={() => void navigate(to)}>
                {says}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {outlets.length === 0 && (
        <p>
          <Link to="/enterprise">{t('steps.sheet')}</Link>
        </p>
      )}
    </Section>
  );
}

/** The moment that a newcomer waits for. */
function Arrived({ outlets }: { readonly outlets: readonly OutletSummary[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const outlet = outlets.find(({ values }) => values.length > 0);
  const value = outlet?.values[0];
  if (!outlet || !value) return null;
  return (
    <Alert
      role="status"
      className="first-reading"
      type="success"
      showIcon
      title={t('steps.arrived', { factor: local(value.name), value: `${value.value ?? '–'} ${unitText(value.unit)}` })}
      action={<Link to={`/outlets/${outlet.id}`}>{t('steps.see')}</Link>}
    />
  );
}

/** The same on the pages where a step is taken, so that nobody has to go back to see the next one. */
export function StepsHere() {
  const outlets = useApi<OutletSummary[]>('/api/outlets', { every: EVERY.visit });
  return outlets.data ? <FirstSteps outlets={outlets.data} /> : null;
}
