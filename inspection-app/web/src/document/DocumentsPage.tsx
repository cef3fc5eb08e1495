import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Certificate } from '../api/access';
import type { Document, Documents, Need } from '../api/documents';
import { useApi } from '../api/query';
import { useAccount } from '../api/session';
import { answering, byKind, isGap, needCounts } from '../domain/need';
import { beijingSecond } from '../domain/time';
import { useLocal } from '../i18n';
import { Loaded, Nothing } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { DocumentCard } from './DocumentCard';
import { NeedCard, NeedTag } from './NeedCard';
import { UploadDialog, type Wanted } from './UploadDialog';

const ANYTHING: Wanted = { paperId: null, kind: null, outletId: null, factor: null, title: '' };

/** What is missing for the next visit and why, and everything that is there. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const documents = useApi<Documents>('/api/documents');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { data } = documents;
  return (
    <Page
      title={t('documents.heading')}
      lead={data && <Lead documents={data} />}
      actions={
        <Button type="primary" size="large" icon={<UploadOutlined />} disabled={!data} onClick={() => setWanted(ANYTHING)}>
          {t('documents.uploadOther')}
        </Button>
      }
    >
      <Loaded query={documents} rows={8}>
        {(loaded) => (
          <>
            <Needs documents={loaded} upload={(need) => setWanted(wantedBy(need, loaded.documents, local(need.name)))} />
            <Section plain title={t('documents.all')} note={t('documents.allNote')}>
              {loaded.documents.length === 0 ? (
                <div className="card">
                  <Nothing>{t('documents.none')}</Nothing>
                </div>
              ) : (
                <div className="stack">
                  {loaded.documents.map((document) => (
                    <DocumentCard key={document.id} document={document} kinds={loaded.kinds} renew={() => setWanted(renewed(document))} />
                  ))}
                </div>
              )}
            </Section>
            {role === 'director' && <Destroyed />}
            {wanted && <UploadDialog key={JSON.stringify(wanted)} wanted={wanted} kinds={loaded.kinds} close={() => setWanted(null)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function wantedBy(need: Need, documents: readonly Document[], name: string): Wanted {
  const document = answering(need, documents);
  return document ? renewed(document) : { paperId: null, kind: need.kind, outletId: need.outletId, factor: need.factor, title: name };
}

function renewed(document: Document): Wanted {
  const newest = document.versions[0];
  return {
    paperId: document.id,
    kind: newest?.kind ?? null,
    outletId: newest?.outletId ?? null,
    factor: newest?.factor ?? null,
    title: newest?.title ?? '',
    number: newest?.number ?? '',
    issuer: newest?.issuer ?? '',
  };
}

function Lead({ documents }: { readonly documents: Documents }) {
  const { t } = useTranslation();
  const { visit, needs } = documents;
  return (
    <span className="tags">
      {needCounts(needs).map(({ state, count }) => (
        <NeedTag key={state} state={state} count={count} />
      ))}
      {visit?.day && (
        <Link to={`/checkups/${visit.id}/review`} className="text-link">
          {t('documents.nextVisit', { number: visit.number, day: visit.day })}
        </Link>
      )}
    </span>
  );
}

function Needs({ documents, upload }: { readonly documents: Documents; readonly upload: (need: Need) => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const gaps = documents.needs.filter(isGap);
  const fine = documents.needs.filter((need) => !isGap(need));
  return (
    <Section plain title={t('documents.needed')} note={t(documents.visit ? 'documents.neededForVisit' : 'documents.neededNote')}>
      <div className="stack">
        {documents.needs.length === 0 && (
          <div className="card">
            <Nothing>{t('documents.nothingAsked')}</Nothing>
          </div>
        )}
        {byKind(gaps).map((needs) => (
          <NeedCard
            key={needs[0].kind}
            needs={needs}
            action={(need) => (
              <Button icon={<UploadOutlined />} onClick={() => upload(need)} aria-label={t('documents.uploadNamed', { name: local(need.name) + (need.of ? ` · ${local(need.of)}` : '') })}>
                {t(need.document ? 'documents.newVersion' : 'documents.upload')}
              </Button>
            )}
          />
        ))}
        {fine.length > 0 && (
          <details className="quiet in-order" open={gaps.length === 0}>
            <summary>{t('documents.fine', { count: fine.length })}</summary>
            <div className="stack">
              {byKind(fine).map((needs) => (
                <NeedCard key={needs[0].kind} needs={needs} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Section>
  );
}

/** That a document is gone, with what was signed for it. */
function Destroyed() {
  const { t } = useTranslation();
  const certificates = useApi<Certificate[]>('/api/documents/certificates');
  if (!certificates.data?.length) return null;
  return (
    <Section title={t('documents.destroyed')} note={t('documents.destroyedNote')}>
      <ul className="plain-list fingerprints">
        {certificates.data.map((certificate) => (
          <li key={certificate.position}>
            <span className="number">{beijingSecond(certificate.at)}</span> · {t('documents.destroyedKey')} <code>{certificate.destroyedKey}</code>
            <br />
            <span className="muted small wrap">
              {t('documents.signed')} <code>{certificate.key} {certificate.signature}</code>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
