import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Browsers give pages without TLS no clipboard; then the text is selected so that it can be copied by hand. */
export function CopyButton({ text, from }: { readonly text: string; readonly from?: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<'no' | 'copied' | 'selected'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      const element = from ? document.getElementById(from) : null;
      if (element) window.getSelection()?.selectAllChildren(element);
      setDone('selected');
    }
  };
  return (
    <Button size="small" icon={done === 'copied' ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>
      <span aria-live="polite">{t(done === 'no' ? 'action.copy' : done === 'copied' ? 'action.copied' : 'action.selected')}</span>
    </Button>
  );
}
