import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Dialect, LoggerSettings } from '../api/loggers';
import { useRefresh } from '../api/query';
import { readFactors, writeFactors } from '../domain/dialect';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';

type Filled = Omit<Dialect, 'ownFactors' | 'password'> & { readonly ownFactors: string; readonly password: string };

const OFFSET = /^[+-](0\d|1[0-4]):[0-5]\d$/;

/** How the logger speaks and is spoken to, where its frames do not say it themselves. */
export function DialectForm({ dialect, path }: { readonly dialect: Dialect; readonly path: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Filled>();
  const [saved, setSaved] = useState(false);
  const refresh = useRefresh();
  const saving = useDoing(async ({ ownFactors, password, ...rest }: Filled) => {
    const changed: Dialect = { ...rest, ownFactors: readFactors(ownFactors), password: password.trim() === '' ? null : password.trim() };
    await post<LoggerSettings>(`${path}/settings`, changed);
    setSaved(true);
    await refresh(path);
  });
  const known = JSON.stringify(dialect);
  useEffect(() => form.setFieldsValue(filledOf(dialect)), [known]);
  return (
    <Form<Filled> name="dialect" form={form} layout="vertical" requiredMark={false} initialValues={filledOf(dialect)} onFinish={(filled) => void saving.run(filled)} onValuesChange={() => setSaved(false)}>
      <div className="form-grid">
        <Choice field="edition" values={['E2005', 'E2017', 'E2025']} />
        <Choice field="encoding" values={['UTF_8', 'GBK']} />
        <Choice field="checkSum" values={['HJ212', 'MODBUS_HIGH_FIRST', 'MODBUS_LOW_FIRST']} />
        <Choice field="factorMap" values={['AS_SENT', 'FROM_2005']} />
        <Choice field="cipher" values={['NONE', 'SM4_BINARY', 'SM4_TEXT']} />
        <Form.Item name="offset" label={t('dialect.field.offset')} extra={t('dialect.help.offset')} rules={[{ required: true, pattern: OFFSET, message: t('dialect.help.offset') }]}>
          <Input className="code" maxLength={6} />
        </Form.Item>
        <Form.Item name="systemType" label={t('dialect.field.systemType')} extra={t('dialect.help.systemType')} rules={[{ required: true, pattern: /^\d{2}$/, message: t('dialect.help.systemType') }]}>
          <Input className="code" maxLength={2} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="password" label={t('dialect.field.password')} extra={t('dialect.help.password')}>
          <Input className="code" maxLength={24} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="ownFactors" label={t('dialect.field.ownFactors')} extra={t('dialect.help.ownFactors')}>
        <Input.TextArea rows={3} className="code" placeholder="VOC1=a24088" />
      </Form.Item>
      <Form.Item name="tcp" valuePropName="checked" extra={t('dialect.help.tcp')}>
        <Checkbox>{t('dialect.field.tcp')}</Checkbox>
      </Form.Item>
      <Form.Item name="backfill" valuePropName="checked" extra={t('dialect.help.backfill')}>
        <Checkbox>{t('dialect.field.backfill')}</Checkbox>
      </Form.Item>
      <Trouble problem={saving.problem} />
      <div className="tools">
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {t('dialect.save')}
        </Button>
        <span role="status" className="kept">
          {saved && !saving.problem && t('dialect.saved')}
        </span>
      </div>
    </Form>
  );
}

function filledOf(dialect: Dialect): Filled {
  return { ...dialect, ownFactors: writeFactors(dialect.ownFactors), password: dialect.password ?? '' };
}

type Chosen = 'edition' | 'encoding' | 'checkSum' | 'factorMap' | 'cipher';

interface ChoiceProps {
  readonly field: Chosen;
  readonly values: readonly Dialect[Chosen][];
}

function Choice({ field, values }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Form.Item name={field} label={t(`dialect.field.${field}`)}>
      <Select options={values.map((value) => ({ value, label: t(`dialect.value.${value}`) }))} />
    </Form.Item>
  );
}
