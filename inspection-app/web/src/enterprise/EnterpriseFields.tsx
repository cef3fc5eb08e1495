import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Word } from '../api/enterprise';
import { faultOfCode } from '../domain/creditCode';
import { useLocal } from '../i18n';
import { PROVINCES } from './provinces';

/** What the enterprise is called and what it does. */
export function EnterpriseFields({ industries }: { readonly industries: readonly Word[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const form = Form.useFormInstance();
  const needed = [{ required: true, message: t('enterprise.missing') }];
  const oneName = { validator: async (_: unknown, zh: string | undefined) => {
    const en = form.getFieldValue(['name', 'en']) as string | undefined;
    if (!zh?.trim() && !en?.trim()) throw new Error(t('enterprise.missing'));
  } };
  const rightCode = { validator: async (_: unknown, code: string | undefined) => {
    const fault = code?.trim() ? faultOfCode(code) : null;
    if (fault !== null) throw new Error(t(`enterprise.${fault}`, { count: (code ?? '').replace(/\s/g, '').length }));
  } };
  return (
    <div className="form-grid">
      <Form.Item name={['name', 'zh']} label={t('enterprise.nameZh')} rules={[oneName]}>
        <Input maxLength={60} autoComplete="organization" />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('enterprise.nameEn')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="creditCode" label={t('enterprise.code')} extra={t('enterprise.codeHelp')} validateTrigger="onBlur" rules={[...needed, rightCode]}>
        <Input className="code" maxLength={24} autoComplete="off" spellCheck={false} autoCapitalize="characters" />
      </Form.Item>
      <Form.Item name="industry" label={t('enterprise.industry')} rules={needed}>
        <Select options={industries.map(({ word, name }) => ({ value: word, label: local(name) }))} />
      </Form.Item>
    </div>
  );
}

export function PlaceFields() {
  const { t } = useTranslation();
  const needed = [{ required: true, whitespace: true, message: t('enterprise.missing') }];
  return (
    <div className="form-grid">
      <Form.Item name={['place', 'province']} label={t('enterprise.province')} rules={needed}>
        <Select showSearch options={PROVINCES.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name={['place', 'city']} label={t('enterprise.city')} rules={needed}>
        <Input maxLength={30} autoComplete="address-level2" />
      </Form.Item>
      <Form.Item name={['place', 'district']} label={t('enterprise.district')}>
        <Input maxLength={30} autoComplete="address-level3" />
      </Form.Item>
      <Form.Item name={['place', 'address']} label={t('enterprise.address')}>
        <Input maxLength={200} autoComplete="street-address" />
      </Form.Item>
    </div>
  );
}

interface ContactFieldsProps {
  /** What the person is called here: a contact, or "your name". */
  readonly label: string;
}

export function ContactFields({ label }: ContactFieldsProps) {
  const { t } = useTranslation();
  const needed = [{ required: true, whitespace: true, message: t('enterprise.missing') }];
  return (
    <div className="form-grid">
      <Form.Item name={['contact', 'name']} label={label} rules={needed}>
        <Input maxLength={60} autoComplete="name" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={t('enterprise.phone')} rules={needed}>
        <Input maxLength={30} autoComplete="tel" inputMode="tel" />
      </Form.Item>
      <Form.Item name={['contact', 'email']} label={t('enterprise.email')}>
        <Input maxLength={200} autoComplete="email" inputMode="email" />
      </Form.Item>
    </div>
  );
}
