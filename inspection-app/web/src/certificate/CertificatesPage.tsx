import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssuedCertificate } from '../api/followUp';
import { useApi } from '../api/query';
import { beijingDay } from '../domain/time';
import { useLocal } from '../i18n';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Pill } from '../ui/Tags';

const PAGE = 50;

/** For the office: which certificates were issued, newest first. Each is revoked on the page of its check-up. */
export function CertificatesPage() {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string | null>(null);
  const list = useApi<IssuedCertificate[]>(after === null ? '/api/certificates' : `/api/certificates?after=${encodeURIComponent(after)}`);
  return (
    <Page title={t('cert.list')} lead={t('cert.listLead')}>
      <Loaded query={list} rows={6}>
        {(loaded) => (
          <Section title={t('cert.list')}>
            {loaded.length === 0 && <Nothing>{t('cert.listNone')}</Nothing>}
            <ul className="rows">
              {loaded.map((issued) => (
                <Row key={issued.certificate.number} issued={issued} />
              ))}
            </ul>
            {loaded.length === PAGE && <Button onClick={() => setAfter(loaded.at(-1)?.certificate.number ?? null)}>{t('cert.more')}</Button>}
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Row({ issued }: { readonly issued: IssuedCertificate }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <li>
      <Link to={`/checkups/${issued.checkupId}`} className="number">
        {issued.certificate.number}
      </Link>
      <span>{local(issued.certificate.enterprise)}</span>
      <span className="number muted">{beijingDay(issued.issuedAt)}</span>
      <Pill tone={issued.state === 'valid' ? 'good' : 'calm'}>{t(`cert.state.${issued.state}`)}</Pill>
    </li>
  );
}
