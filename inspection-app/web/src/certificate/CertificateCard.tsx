import { CheckCircleFilled, StopFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import type { IssuedCertificate } from '../api/followUp';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import { beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Pill } from '../ui/Tags';
import { CertificateFacts } from './CertificateFacts';

/** The certificate of a check-up: to download, to show, to take back. Nothing where there is none. */
export function CertificateCard({ checkupId }: { readonly checkupId: string }) {
  const { t } = useTranslation();
  const path = `/api/checkups/${checkupId}/certificate`;
  const held = useApi<{ readonly certificate: IssuedCertificate | null }>(path);
  const issued = held.data?.certificate;
  if (!issued) return null;
  const valid = issued.state === 'valid';
  return (
    <Section title={t('cert.title')}>
      <Pill tone={valid ? 'good' : 'calm'} icon={valid ? <CheckCircleFilled /> : <StopFilled />}>
        {t(`cert.state.${issued.state}`)}
      </Pill>
      <CertificateFacts certificate={issued.certificate} />
      <Revoked issued={issued} />
      <ul className="rows">
        {valid && (
          <>
            <li>
              <a href={`${path}/file?language=zh`} download>
                {t('cert.zh')}
              </a>
            </li>
            <li>
              <a href={`${path}/file?language=en`} download>
                {t('cert.en')}
              </a>
            </li>
          </>
        )}
        <li>
          <Link to={`/verify/${issued.certificate.code}`}>{t('cert.page')}</Link>
        </li>
      </ul>
      {valid && <Revoke path={path} />}
    </Section>
  );
}

export function Revoked({ issued }: { readonly issued: Pick<IssuedCertificate, 'revokedAt' | 'revokedBy' | 'reason'> }) {
  const { t } = useTranslation();
  if (!issued.revokedAt) return null;
  const at = beijingMinute(issued.revokedAt);
  return <p className="as-written">{issued.revokedBy === 'office' ? t('cert.byOffice', { at, reason: issued.reason ?? '' }) : t('cert.byEnterprise', { at })}</p>;
}

function Revoke({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const doing = useDoing(async () => {
    await post(`${path}/revoke`, { reason: role === 'office' ? reason.trim() : null });
    await refresh(path);
    await refresh('/api/certificates');
  });
  if (!asking) {
    return (
      <Button danger type="text" onClick={() => setAsking(true)}>
        {t('cert.revoke')}
      </Button>
    );
  }
  return (
    <div className="stack" role="group" aria-label={t('cert.ask')}>
      <p>
        <strong>{t('cert.ask')}</strong> {t('cert.askSays')}
      </p>
      {role === 'office' && <Input.TextArea rows={2} maxLength={400} value={reason} aria-label={t('cert.reason')} placeholder={t('cert.reason')} onChange={(event) => setReason(event.target.value)} />}
      <div className="tools">
        <Button danger loading={doing.busy} disabled={role === 'office' && reason.trim() === ''} onClick={() => void doing.run()}>
          {t('cert.revoke')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('action.cancel')}</Button>
      </div>
      <Trouble problem={doing.problem} />
    </div>
  );
}
