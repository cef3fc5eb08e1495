import { Button } from 'antd';
import { GlobalOutlined } from '@ant-design/icons';
import { choose, useLanguage } from '../i18n';

/** Named in the language it leads to, so that it can be read by whoever needs it. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" icon={<GlobalOutlined />} lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
