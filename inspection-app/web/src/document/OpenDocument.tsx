import { DownloadOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getBlob } from '../api/client';
import type { DocumentVersion } from '../api/documents';
import { fileName, isImage } from '../domain/need';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

interface OpenDocumentProps {
  readonly version: DocumentVersion;
  /** Where its bytes are. */
  readonly path: string;
}

/** A document is fetched only when asked for: every look stands in the access record. It stays in this page's memory. */
export function OpenDocument({ version, path }: OpenDocumentProps) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string | null>(null);
  const opening = useDoing(async () => setAddress(URL.createObjectURL(await getBlob(path))));
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  if (address === null) {
    return (
      <>
        <Button icon={<EyeOutlined />} loading={opening.busy} onClick={() => void opening.run()} aria-label={t('documents.openNamed', { title: version.title })}>
          {t('documents.open')}
        </Button>
        <Trouble problem={opening.problem} />
      </>
    );
  }
  return (
    <div className="opened-document">
      {isImage(version) ? (
        <img className="photo" src={address} alt={version.title} />
      ) : (
        <Button type="primary" icon={<EyeOutlined />} href={address} target="_blank">
          {t('documents.showPdf')}
        </Button>
      )}
      <Button icon={<DownloadOutlined />} href={address} download={fileName(version)}>
        {t('documents.download')}
      </Button>
    </div>
  );
}
