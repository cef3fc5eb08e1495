import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Document, Documents, DocumentVersion } from '../api/documents';
import { useRefresh } from '../api/query';
import { useAccount } from '../api/session';
import { sizeText } from '../domain/need';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { OpenDocument } from './OpenDocument';

interface DocumentCardProps {
  readonly document: Document;
  readonly kinds: Documents['kinds'];
  readonly renew: () => void;
}

export function DocumentCard({ document, kinds, renew }: DocumentCardProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const { role } = useAccount();
  const [newest, ...earlier] = document.versions;
  if (!newest) return null;
  const kind = kinds.find(({ id }) => id === newest.kind);
  return (
    <article className="card document" aria-label={newest.title}>
      <h3>
        {newest.title} {kind && <span className="muted"> · {local(kind.name)}</span>}
      </h3>
      <VersionFacts version={newest} />
      <div className="tools">
        <OpenDocument version={newest} path={`/api/documents/${newest.id}/content`} />
        <Button icon={<PlusOutlined />} onClick={renew}>
          {t('documents.newVersion')}
        </Button>
        {role === 'director' && <Destroy document={document} title={newest.title} />}
      </div>
      {earlier.length > 0 && (
        <details className="quiet">
          <summary>{t('documents.earlier', { count: earlier.length })}</summary>
          <ul className="plain-list">
            {earlier.map((version) => (
              <li key={version.id}>
                <VersionFacts version={version} />
                <OpenDocument version={version} path={`/api/documents/${version.id}/content`} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

export function VersionFacts({ version }: { readonly version: DocumentVersion }) {
  const { t } = useTranslation();
  const local = useLocal();
  const facts = [
    version.number && t('documents.numbered', { number: version.number }),
    version.issuer,
    version.issuedOn && t('documents.issued', { day: version.issuedOn }),
    version.validUntil ? t('documents.until', { day: version.validUntil }) : t('documents.noEnd'),
    t('documents.uploaded', { at: beijingMinute(version.at), by: local(version.by), size: sizeText(version.bytes) }),
  ].filter(Boolean);
  return <p className="muted small">{facts.join(' · ')}</p>;
}

/** There is no way back, so it is the director's alone, and asked about. */
function Destroy({ document, title }: { readonly document: Document; readonly title: string }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const destroying = useDoing(async () => {
    await post(`/api/documents/${document.id}/destroy`);
    await refresh('/api/documents');
  });
  const ask = () =>
    modal.confirm({
      title: t('documents.destroyAsk', { title }),
      content: t('documents.destroySays', { count: document.versions.length }),
      okText: t('documents.destroy'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => destroying.run(),
    });
  return (
    <>
      <Button danger icon={<DeleteOutlined />} loading={destroying.busy} onClick={ask}>
        {t('documents.destroy')}
      </Button>
      <Trouble problem={destroying.problem} />
    </>
  );
}
