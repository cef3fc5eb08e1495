import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import type { Documents, DocumentVersion, Handed, VisitDocuments } from '../api/documents';
import { useApi, useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import type { Checkup } from '../api/types';
import { VersionFacts } from '../document/DocumentCard';
import { NeedCard, NeedTag } from '../document/NeedCard';
import { OpenDocument } from '../document/OpenDocument';
import { byKind, isGap, needCounts, worthHandingIn } from '../domain/need';
import { beijingMinute } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Loaded, Nothing, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

/** What the enterprise handed in for a visit, and what is still missing of it. */
export function HandedDocuments({ checkup, path }: { readonly checkup: Checkup; readonly path: string }) {
  const { t } = useTranslation();
  const { role } = useAccount();
  const documents = useApi<VisitDocuments>(`${path}/documents`);
  const preparing = role === 'director' && (checkup.state === 'Scheduled' || checkup.state === 'InProgress');
  return (
    <Loaded query={documents} rows={5}>
      {({ needs, documents: handed }) => (
        <div className="stack">
          <Section
            title={t('review.documents')}
            note={t('review.documentsNote')}
            actions={
              <span className="tags">
                {needCounts(needs).map(({ state, count }) => (
                  <NeedTag key={state} state={state} count={count} />
                ))}
              </span>
            }
          >
            {handed.length === 0 ? <Nothing>{t('review.nothingHanded')}</Nothing> : <HandedList handed={handed} path={path} />}
            {preparing && <HandIn handed={handed} path={path} />}
          </Section>
          {byKind(needs.filter(isGap)).map((gaps) => (
            <NeedCard key={gaps[0].kind} needs={gaps} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

function HandedList({ handed, path }: { readonly handed: readonly Handed[]; readonly path: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <strong>{t('review.handed', { count: handed.length })}</strong>
      </p>
      <ul className="plain-list">
        {handed.map(({ version, handedInAt, destroyed }) => (
          <li key={version.id}>
            <strong>{version.title}</strong> <span className="muted small">{t('review.handedAt', { at: beijingMinute(handedInAt) })}</span>
            <VersionFacts version={version} />
            {destroyed ? <p>{t('review.gone')}</p> : <OpenDocument version={version} path={`${path}/documents/${version.id}`} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The director hands in what fits with one click, and anything else one by one. */
function HandIn({ handed, path }: { readonly handed: readonly Handed[]; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const own = useApi<Documents>('/api/documents');
  const ids = handed.map(({ version }) => version.id);
  const handing = useDoing(async (versions: readonly string[]) => {
    for (const documentId of versions) await post(`${path}/documents`, { documentId });
    await refresh(`${path}/documents`);
  });
  if (!own.data) return null;
  const fitting = worthHandingIn(own.data.needs, ids);
  const others = own.data.documents
    .map(({ versions }) => versions[0])
    .filter((version): version is DocumentVersion => version !== undefined && !ids.includes(version.id) && !fitting.includes(version.id));
  return (
    <div className="hand-in">
      <div className="tools">
        {fitting.length > 0 && (
          <Button type="primary" icon={<SendOutlined />} loading={handing.busy} onClick={() => void handing.run(fitting)}>
            {t('review.handInAll', { count: fitting.length })}
          </Button>
        )}
        <Link to="/documents" className="text-link">
          {t('review.manage')}
        </Link>
      </div>
      <p className="muted small">{t('review.handInNote')}</p>
      <Trouble problem={handing.problem} />
      {others.length > 0 && (
        <details className="quiet">
          <summary>{t('review.handInOther')}</summary>
          <ul className="plain-list">
            {others.map((version) => (
              <li key={version.id}>
                {version.title}{' '}
                <Button size="small" disabled={handing.busy} onClick={() => void handing.run([version.id])} aria-label={`${t('review.handIn')}: ${version.title}`}>
                  {t('review.handIn')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
