import { BulbFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { DialectProposal, LoggerSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import { withProposal } from '../domain/dialect';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

interface ProposalsProps {
  readonly settings: LoggerSettings;
  readonly path: string;
}

/** What the frames themselves suggest; one click takes it over. */
export function Proposals({ settings, path }: ProposalsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('proposal.title')} note={t('proposal.note')}>
      <ul className="rows">
        {settings.proposals.map((proposal) => (
          <li key={proposal.field}>
            <Proposal proposal={proposal} settings={settings} path={path} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Proposal({ proposal, settings, path }: ProposalsProps & { readonly proposal: DialectProposal }) {
  const { t } = useTranslation();
  const local = useLocal();
  const refresh = useRefresh();
  const taking = useDoing(async () => {
    await post<LoggerSettings>(`${path}/settings`, withProposal(settings.dialect, proposal));
    await refresh(path);
  });
  return (
    <>
      <div className="grow">
        <p>
          <BulbFilled aria-hidden="true" /> <strong>{t(`dialect.field.${proposal.field}`)}</strong>: <code>{proposal.value}</code>{' '}
          <Pill tone="info">{t('health.frames', { count: proposal.frames })}</Pill>
        </p>
        <p className="muted">{local(proposal.because)}</p>
        <Trouble problem={taking.problem} />
      </div>
      <Button type="primary" loading={taking.busy} onClick={() => void taking.run()}>
        {t('proposal.take')}
      </Button>
    </>
  );
}
