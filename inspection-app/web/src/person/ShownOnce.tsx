import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';

/** A secret that the server tells once: large enough to copy by hand. */
export function ShownOnce({ secret, label }: { readonly secret: string; readonly label: string }) {
  const { t } = useTranslation();
  return (
    <div className="shown-once">
      <p className="small muted">{label}</p>
      <p className="secret" data-secret>
        {secret}
      </p>
      <div className="tools">
        <CopyButton text={secret} />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('person.print')}
        </Button>
      </div>
    </div>
  );
}
