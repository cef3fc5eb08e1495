import { useTranslation } from 'react-i18next';
import type { CompletionCertificate } from '../api/followUp';
import { beijingDay } from '../domain/time';
import { useLocal } from '../i18n';

/** Everything a certificate says. */
export function CertificateFacts({ certificate }: { readonly certificate: CompletionCertificate }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <dl className="facts">
      <dt>{t('cert.number')}</dt>
      <dd className="number">{certificate.number}</dd>
      <dt>{t('cert.enterprise')}</dt>
      <dd>{local(certificate.enterprise)}</dd>
      <dt>{t('cert.visited')}</dt>
      <dd className="number">{certificate.visited}</dd>
      <dt>{t('cert.scope')}</dt>
      <dd>{local(certificate.scope)}</dd>
      <dt>{t('cert.programme')}</dt>
      <dd>{local(certificate.programme)}</dd>
      <dt>{t('cert.issued')}</dt>
      <dd className="number">{beijingDay(certificate.issued)}</dd>
    </dl>
  );
}
