import { DownloadOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { AccessFile } from '../api/access';
import { EVERY, useApi } from '../api/query';
import type { Checkup } from '../api/types';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { useUnfoldedOnPaper } from '../ui/paper';
import { Certificates } from './Certificates';
import { Days } from './Days';
import { useVerdict } from './useVerdict';
import { VerdictCard } from './VerdictCard';
import './access.css';

/** "Who has opened my file?": the whole record in plain sentences, checked by the reader's own browser. */
export function AccessPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}`;
  const checkup = useApi<Checkup>(path);
  const file = useApi<AccessFile>(`${path}/access`, { every: EVERY.calm });
  return (
    <Page
      title={t('record.title')}
      above={checkup.data && <Link to={`/checkups/${id}`}>{t('checkup.named', { number: checkup.data.number })}</Link>}
      lead={t('record.lead')}
      actions={
        <div className="tools">
          <Button type="primary" icon={<DownloadOutlined />} href={`${path}/access/file`} download>
            {t('record.download')}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('record.print')}
          </Button>
        </div>
      }
    >
      <Loaded query={file} rows={10}>
        {(data) => <Record file={data} refetch={() => file.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Record({ file, refetch }: { readonly file: AccessFile; readonly refetch: () => Promise<unknown> }) {
  useUnfoldedOnPaper();
  const { t } = useTranslation();
  const [turn, setTurn] = useState(0);
  const verdict = useVerdict(file, turn);
  const misfits = verdict.state === 'checked' ? verdict.checked.misfits : [];
  const again = () => void refetch().then(() => setTurn(turn + 1));
  return (
    <div className="stack">
      <VerdictCard
        file={file}
        verdict={verdict}
        again={
          <Button icon={<ReloadOutlined />} loading={verdict.state === 'checking'} onClick={again}>
            {t('record.again')}
          </Button>
        }
      />
      <Certificates certificates={file.certificates} />
      <Section title={t('record.list')}>
        {file.entries.length === 0 ? <Nothing>{t('record.none')}</Nothing> : <Days entries={file.entries} misfits={misfits} />}
      </Section>
    </div>
  );
}
