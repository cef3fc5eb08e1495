import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApi } from '../api/query';
import type { Checkup } from '../api/types';
import { entrySlip, type EntrySlip } from '../domain/slip';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';

/** Shown at the gate: a service and not an inspection, who comes, and when. Holds nothing of what is found. */
export function SlipPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const checkup = useApi<Checkup>(`/api/checkups/${encodeURIComponent(id)}`);
  const slip = checkup.data ? entrySlip(checkup.data) : null;
  return (
    <Page
      title={t('slip.title')}
      above={checkup.data && <Link to={`/checkups/${checkup.data.id}`}>{t('checkup.named', { number: checkup.data.number })}</Link>}
      actions={
        slip && (
          <div className="tools no-print">
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('report.print')}
            </Button>
            <Button icon={<DownloadOutlined />} href={dataUri(slip)} download={`${slip.number}-entry.json`}>
              {t('slip.export')}
            </Button>
          </div>
        )
      }
    >
      <Loaded query={checkup} rows={5}>
        {() => (slip ? <Slip slip={slip} /> : <Nothing>{t('slip.none')}</Nothing>)}
      </Loaded>
    </Page>
  );
}

function dataUri(slip: EntrySlip): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(slip, null, 2))}`;
}

function Slip({ slip }: { readonly slip: EntrySlip }) {
  const { t } = useTranslation();
  const local = useLocal();
  const list = useList();
  return (
    <Section title={t('slip.kind')} note={t('slip.note')}>
      <dl className="facts">
        <dt>{t('slip.enterprise')}</dt>
        <dd>{local(slip.enterprise)}</dd>
        <dt>{t('slip.persons')}</dt>
        <dd>{list(slip.persons.map(local))}</dd>
        <dt>{t('slip.planned')}</dt>
        <dd className="number">
          {beijingMinute(slip.plannedFrom)}–{beijingClock(slip.plannedUntil)}
        </dd>
        <dt>{t('slip.entered')}</dt>
        <dd className="number">{slip.enteredAt ? beijingMinute(slip.enteredAt) : '—'}</dd>
        <dt>{t('slip.left')}</dt>
        <dd className="number">{slip.leftAt ? beijingMinute(slip.leftAt) : '—'}</dd>
      </dl>
      <div role="img" aria-label={t('slip.qr')}>
        <QRCode value={JSON.stringify({ ...slip, enterprise: slip.enterprise.zh, persons: slip.persons.map(({ zh }) => zh) })} type="svg" size={220} color="#000" bgColor="#fff" errorLevel="M" />
      </div>
    </Section>
  );
}
