import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Slip } from '../api/entry';
import { EVERY, useApi } from '../api/query';
import { useAccount } from '../api/session';
import { Passages } from '../entry/Passages';
import { exported, gateAddress } from '../domain/slip';
import { beijingClock, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';

/** Shown at the gate: a service and not an inspection, who comes, and when. Holds nothing of what is found. */
export function SlipPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const path = `/api/checkups/${encodeURIComponent(id)}/slip`;
  const slip = useApi<Slip>(path, { every: EVERY.calm });
  return (
    <Page
      title={t('slip.title')}
      above={slip.data && <Link to={`/checkups/${id}`}>{t('checkup.named', { number: slip.data.number })}</Link>}
      actions={
        slip.data && (
          <div className="tools no-print">
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('report.print')}
            </Button>
            <Button icon={<DownloadOutlined />} href={`data:application/json;charset=utf-8,${encodeURIComponent(exported(slip.data))}`} download={`${slip.data.number}-entry.json`}>
              {t('slip.export')}
            </Button>
          </div>
        )
      }
    >
      <Loaded query={slip} rows={5}>
        {(loaded) => <Shown slip={loaded} path={path} />}
      </Loaded>
    </Page>
  );
}

function Shown({ slip, path }: { readonly slip: Slip; readonly path: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const address = gateAddress(window.location.origin, slip);
  return (
    <Section title={t('slip.kind')} note={t('slip.note')}>
      <div className="slip">
        <dl className="facts">
          <dt>{t('report.number')}</dt>
          <dd className="number">
            {[slip.number, ...slip.joined].join(' + ')}
            {slip.joined.length > 0 && <div className="muted small">{t('entry.oneVisit', { count: slip.joined.length + 1 })}</div>}
          </dd>
          <dt>{t('slip.enterprise')}</dt>
          <dd>{local(slip.enterprise)}</dd>
          <dt>{t('entry.organiser')}</dt>
          <dd>{local(slip.organiser)}</dd>
          <dt>{t('slip.planned')}</dt>
          <dd className="number">
            {beijingMinute(slip.plannedFrom)}–{beijingClock(slip.plannedUntil)}
          </dd>
          <dt>{t('slip.persons')}</dt>
          <dd>
            <Passages slip={slip} path={path} recording={(role === 'expert' || role === 'director') && address !== null} />
          </dd>
        </dl>
        {address === null ? (
          <Alert type="warning" showIcon title={t('entry.calledOff')} />
        ) : (
          <div className="slip-code">
            <div role="img" aria-label={t('slip.qr')}>
              <div aria-hidden="true">
                <QRCode value={address} type="svg" size={220} color="#000" bgColor="#fff" errorLevel="M" />
              </div>
            </div>
            <p className="muted small">{t('entry.code')}</p>
          </div>
        )}
      </div>
    </Section>
  );
}
