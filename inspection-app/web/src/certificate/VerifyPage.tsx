import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { HeadList } from '../api/access';
import type { CompletionCertificate, Verified } from '../api/followUp';
import { useApi } from '../api/query';
import { Mark } from '../app/Brand';
import { Footer } from '../app/Footer';
import { LanguageSwitch } from '../app/LanguageSwitch';
import { isSignedBy } from '../domain/completion';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { Revoked } from './CertificateCard';
import { CertificateFacts } from './CertificateFacts';
import './verify.css';

const LOOKS = {
  valid: { icon: <CheckCircleFilled />, className: 'verdict verdict-valid' },
  revoked: { icon: <CloseCircleFilled />, className: 'verdict verdict-revoked' },
  unknown: { icon: <QuestionCircleFilled />, className: 'verdict' },
} as const;

/** For everybody, without a sign-in: does this certificate stand? */
export function VerifyPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const verified = useApi<Verified>(`/api/certificates/${encodeURIComponent(code)}`);
  useEffect(() => {
    document.title = `${t('verify.title')} · 体检 Tijian`;
  }, [t]);
  return (
    <div className="shell">
      <header className="top">
        <div className="top-inner">
          <Link to="/" className="brand">
            <Mark />
            <span>{t('nav.name')}</span>
          </Link>
          <div className="top-end">
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <header className="page-head">
          <div className="page-head-text">
            <h1>{t('verify.title')}</h1>
            <div className="page-lead">{t('verify.lead')}</div>
          </div>
        </header>
        <Loaded query={verified} rows={6}>
          {(told) => <Verdict told={told} />}
        </Loaded>
      </main>
      <Footer />
    </div>
  );
}

function Verdict({ told }: { readonly told: Verified }) {
  const { t } = useTranslation();
  const { icon, className } = LOOKS[told.state];
  return (
    <div className="stack verify">
      <div className={className} role="status">
        <span aria-hidden="true">{icon}</span>
        <strong>{t(`verify.${told.state}`)}</strong>
      </div>
      {told.certificate ? (
        <Section title={t('cert.title')}>
          <CertificateFacts certificate={told.certificate} />
          <Revoked issued={told} />
          <Signature certificate={told.certificate} />
        </Section>
      ) : (
        <p>{t('verify.unknownSays')}</p>
      )}
      <Section title={t('verify.means')}>
        <ul>
          <li>{t('verify.meansYes')}</li>
          <li>{t('verify.meansNo')}</li>
        </ul>
      </Section>
    </div>
  );
}

function Signature({ certificate }: { readonly certificate: CompletionCertificate }) {
  const { t } = useTranslation();
  const heads = useApi<HeadList>('/api/heads');
  const checked = useQuery({
    queryKey: ['signature', certificate.signature, heads.data?.keys.length],
    queryFn: () => isSignedBy(certificate, heads.data?.keys ?? []),
    enabled: heads.data !== undefined,
  });
  return (
    <p className="tags">
      <strong>{t('verify.signature')}</strong>
      {checked.data === undefined ? <span className="muted">{t('verify.checking')}</span> : <span className={checked.data ? 'signature-good' : 'signature-bad'}>{t(checked.data ? 'verify.good' : 'verify.bad')}</span>}
    </p>
  );
}
