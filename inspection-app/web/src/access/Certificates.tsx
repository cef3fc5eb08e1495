import { useTranslation } from 'react-i18next';
import type { Certificate } from '../api/access';
import { beijingSecond } from '../domain/time';
import { Section } from '../ui/Page';
import { useWords } from './words';

/** That the platform's copy is gone, to be printed and kept. */
export function Certificates({ certificates }: { readonly certificates: readonly Certificate[] }) {
  return (
    <>
      {certificates.map((certificate) => (
        <Paper key={certificate.position} certificate={certificate} />
      ))}
    </>
  );
}

function Paper({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const words = useWords();
  const sealed = certificate.destroyedKey !== 'none';
  return (
    <Section title={t('record.certificate.title')} note={t('record.certificate.withRecord')}>
      <p>
        <strong>{sealed ? t('record.certificate.says') : t('record.certificate.saysUnsealed')}</strong>
      </p>
      <dl className="facts fingerprints">
        <dt>{t('record.certificate.at')}</dt>
        <dd className="number">{beijingSecond(certificate.at)}</dd>
        <dt>{t('record.certificate.reason')}</dt>
        <dd>{words.why(certificate.reason)}</dd>
        <dt>{t('record.certificate.went')}</dt>
        <dd>{t('record.certificate.count', { statements: certificate.statements, reports: certificate.reports })}</dd>
        <dt>{t('record.certificate.key')}</dt>
        <dd>{sealed ? <code>{certificate.destroyedKey}</code> : t('record.certificate.noKey')}</dd>
        <dt>{t('record.certificate.place')}</dt>
        <dd>{t('record.number', { position: certificate.position })}</dd>
        <dt>{t('record.certificate.visit')}</dt>
        <dd>
          <code>{certificate.visit}</code>
        </dd>
        <dt>{t('record.certificate.signed')}</dt>
        <dd>
          <code>
            {certificate.key} {certificate.signature}
          </code>
        </dd>
      </dl>
    </Section>
  );
}
