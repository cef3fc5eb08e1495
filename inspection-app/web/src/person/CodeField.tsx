import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Numbers on the phone's keyboard would shut out backup codes, which are letters. */
export function CodeField({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="code" label={label} rules={[{ required: true, message: t('person.missing') }]}>
      <Input autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={32} />
    </Form.Item>
  );
}
