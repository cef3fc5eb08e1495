import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { LoggerSummary } from '../api/loggers';
import { EVERY, useApi } from '../api/query';
import { useLocal } from '../i18n';
import { Ago } from '../ui/Clock';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { ContactTag, DemonstrationTag } from '../ui/Tags';
import { CommandsTab } from './CommandsTab';
import { GapsTab } from './GapsTab';
import { HealthTab } from './HealthTab';
import { QuarantineTab } from './QuarantineTab';
import { SettingsTab } from './SettingsTab';
import './loggers.css';

const TABS = {
  health: HealthTab,
  quarantine: QuarantineTab,
  commands: CommandsTab,
  gaps: GapsTab,
  settings: SettingsTab,
} as const;
type Tab = keyof typeof TABS;

export interface OfLogger {
  readonly logger: LoggerSummary;
  /** Where its resources are. */
  readonly path: string;
}

export function LoggerPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { mn = '' } = useParams();
  const loggers = useApi<LoggerSummary[]>('/api/loggers', { every: EVERY.visit });
  const logger = loggers.data?.find((each) => each.mn === mn);
  return (
    <Page
      title={t('logger.named', { mn })}
      above={
        <>
          <Link to="/loggers">{t('loggers.title')}</Link>
          {logger && (
            <>
              {' / '}
              <Link to={`/outlets/${logger.outletId}`}>
                {logger.outletCode} {local(logger.outletName)}
              </Link>
            </>
          )}
        </>
      }
      lead={logger && <LoggerLead logger={logger} />}
    >
      <Loaded query={loggers} rows={8}>
        {() => (logger ? <LoggerTabs logger={logger} /> : <Nothing>{t('logger.notYours')}</Nothing>)}
      </Loaded>
    </Page>
  );
}

function LoggerLead({ logger }: { readonly logger: LoggerSummary }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <ContactTag contact={logger.contact} />
      {logger.demonstration && <DemonstrationTag />}
      <span>
        {logger.lastContactAt ? (
          <>
            {t('outlet.lastHeard')} <Ago at={logger.lastContactAt} />
          </>
        ) : (
          t('outlet.neverHeard')
        )}
      </span>
    </div>
  );
}

function LoggerTabs({ logger }: { readonly logger: LoggerSummary }) {
  const { t } = useTranslation();
  const { tab } = useParams();
  const navigate = useNavigate();
  const keys = Object.keys(TABS) as Tab[];
  const active = keys.find((key) => key === tab) ?? 'health';
  const path = `/api/loggers/${encodeURIComponent(logger.mn)}`;
  return (
    <Tabs
      label={t('logger.tabs')}
      active={active}
      onChange={(key) => void navigate(`/loggers/${encodeURIComponent(logger.mn)}/${key}`, { replace: true })}
      tabs={keys.map((key) => {
        const Content = TABS[key];
        return { key, label: t(`logger.tab.${key}`), content: <Content logger={logger} path={path} /> };
      })}
    />
  );
}
