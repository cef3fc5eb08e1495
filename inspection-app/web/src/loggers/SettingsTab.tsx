import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoggerSettings } from '../api/loggers';
import { useApi } from '../api/query';
import { StepsHere } from '../home/FirstSteps';
import { Connections } from '../outlet/Connections';
import { CopyButton } from '../ui/CopyButton';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Certificates } from './Certificates';
import { DialectForm } from './DialectForm';
import { Keys } from './Keys';
import type { OfLogger } from './LoggerPage';
import { Proposals } from './Proposals';

/** What to type into the logger, how it speaks, and what it signs in with. */
export function SettingsTab({ logger, path }: OfLogger) {
  const { t } = useTranslation();
  const settings = useApi<LoggerSettings>(`${path}/settings`);
  return (
    <div className="stack">
      <StepsHere />
      <Loaded query={settings} rows={8}>
        {(all) => (
          <>
            <ConnectionData settings={all} />
            <Connections outletId={logger.outletId} mn={logger.mn} />
            {all.proposals.length > 0 && <Proposals settings={all} path={path} />}
            <Section title={t('dialect.title')} note={t('dialect.note')}>
              <DialectForm dialect={all.dialect} path={path} />
            </Section>
            <Certificates settings={all} path={path} />
            <Keys settings={all} path={path} />
          </>
        )}
      </Loaded>
      <p>
        <Link to={`/outlets/${logger.outletId}/settings`}>{t('outlet.settings')}</Link>
      </p>
    </div>
  );
}

function ConnectionData({ settings: { connection, mn } }: { readonly settings: LoggerSettings }) {
  const { t } = useTranslation();
  const told: (readonly [string, string | number | null])[] = [
    [t('address.mqttHost'), connection.mqttHost],
    [t('address.mqttPort'), connection.mqttPort],
    [t('address.mqttTlsPort'), connection.mqttTlsPort],
    [t('address.user'), mn],
    [t('address.topicUp'), connection.topicUp],
    [t('address.topicDown'), connection.topicDown],
    [t('address.tcpHost'), connection.tcpPort === null ? null : connection.tcpHost],
    [t('address.tcpPort'), connection.tcpPort],
  ];
  return (
    <Section title={t('address.title')} note={t('address.note')}>
      <dl className="facts addresses">
        {told.map(([name, value]) => (
          <Told key={name} name={name} value={value} />
        ))}
      </dl>
      {(connection.tcpPort === null || connection.mqttTlsPort === null) && <p className="muted small spaced">{t('address.off')}</p>}
    </Section>
  );
}

function Told({ name, value }: { readonly name: string; readonly value: string | number | null }) {
  if (value === null) return null;
  const id = `told-${name.replace(/\W+/g, '')}-${value}`;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code id={id} className="wrap">{value}</code> <CopyButton text={String(value)} from={id} />
      </dd>
    </>
  );
}
