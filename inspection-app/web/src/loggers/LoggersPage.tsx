import { PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { LoggerSummary } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import { verdictOf } from '../domain/health';
import { useLocal } from '../i18n';
import { Ago } from '../ui/Clock';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { ContactTag, DemonstrationTag } from '../ui/Tags';
import { VerdictLine } from './VerdictLine';
import './loggers.css';

/** Every logger of the enterprise: is it heard, and does it need anything? */
export function LoggersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const loggers = useApi<LoggerSummary[]>('/api/loggers', { every: EVERY.visit });
  return (
    <Page
      title={t('loggers.title')}
      lead={loggers.data ? <Overall loggers={loggers.data} /> : t('loggers.lead')}
      actions={
        <div className="tools">
          <Button onClick={() => void navigate('/outlets/new')}>{t('loggers.newOutlet')}</Button>
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/loggers/new')}>
            {t('loggers.register')}
          </Button>
        </div>
      }
    >
      <Loaded query={loggers} empty={{ when: (list) => list.length === 0, say: t('loggers.none') }}>
        {(list) => (
          <div className="cards">
            {list.map((logger) => (
              <LoggerCard key={logger.mn} logger={logger} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Overall({ loggers }: { readonly loggers: readonly LoggerSummary[] }) {
  const { t } = useTranslation();
  if (loggers.length === 0) return <>{t('loggers.lead')}</>;
  const asking = loggers.filter((logger) => verdictOf(logger).asks.length > 0).length;
  return <>{asking === 0 ? t('loggers.allWell', { count: loggers.length }) : t('loggers.someAsk', { count: loggers.length, asking })}</>;
}

function LoggerCard({ logger }: { readonly logger: LoggerSummary }) {
  const { t } = useTranslation();
  const local = useLocal();
  const place = `/loggers/${encodeURIComponent(logger.mn)}`;
  return (
    <article className="card logger-card" aria-label={logger.mn}>
      <header>
        <h2 className="wrap">
          <Link to={place} className="code">
            {logger.mn}
          </Link>
        </h2>
        <p className="muted">
          {logger.outletCode} {local(logger.outletName)}
        </p>
        <div className="tags">
          <ContactTag contact={logger.contact} />
          {logger.demonstration && <DemonstrationTag />}
          <span className="muted small">{logger.lastContactAt ? <Ago at={logger.lastContactAt} /> : t('outlet.neverHeard')}</span>
        </div>
      </header>
      <VerdictLine logger={logger} />
      <Counts logger={logger} />
      <Link to={place}>
        {t('loggers.open')} <RightOutlined aria-hidden="true" />
      </Link>
    </article>
  );
}

function Counts({ logger }: { readonly logger: LoggerSummary }) {
  const { t } = useTranslation();
  const counts = [
    [t('loggers.receivedToday'), logger.receivedToday],
    [t('loggers.refusedToday'), logger.refusedToday],
    [t('loggers.defectsToday'), logger.defectsToday],
    [t('loggers.gapsOpen'), logger.gapsOpen],
  ] as const;
  return (
    <dl className="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
