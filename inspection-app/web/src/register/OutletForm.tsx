import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Factor } from '../api/loggers';
import { useApi } from '../api/query';
import { useFieldTrouble } from '../ui/fields';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { NEW_INSTRUMENT, whole, type OutletFilled } from './filled';
import { InstrumentFields } from './InstrumentFields';
import { ProfileFields } from './ProfileFields';

interface OutletFormProps {
  readonly initial: Partial<OutletFilled>;
  readonly save: (filled: OutletFilled) => Promise<void>;
}

/** An outlet with its instruments; every number says its unit. */
export function OutletForm({ initial, save }: OutletFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<OutletFilled>();
  const [saved, setSaved] = useState(false);
  const factors = useApi<Factor[]>('/api/factors');
  const saving = useDoing(async (filled: OutletFilled) => {
    await save(whole(filled));
    setSaved(true);
  });
  useFieldTrouble(form, saving.problem);
  return (
    <Loaded query={factors} rows={6}>
      {(list) => (
        <Form<OutletFilled>
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError
          initialValues={initial}
          onFinish={(filled) => void saving.run(filled)}
          onValuesChange={() => setSaved(false)}
        >
          <OutletFields />
          <Instruments factors={list} />
          <ProfileFields />
          <Trouble problem={saving.problem} />
          <div className="tools">
            <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
              {t('outletForm.save')}
            </Button>
            <span role="status" className="kept">
              {saved && !saving.problem && t('dialect.saved')}
            </span>
          </div>
        </Form>
      )}
    </Loaded>
  );
}

function OutletFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<OutletFilled>();
  const oneName = { validator: async () => {
    const { zh, en } = (form.getFieldValue('name') ?? {}) as Partial<OutletFilled['name']>;
    if (!zh?.trim() && !en?.trim()) throw new Error(t('schedule.missing'));
  } };
  const needed = [{ required: true, whitespace: true, message: t('schedule.missing') }];
  return (
    <Section title={t('outletForm.outlet')}>
      <div className="form-grid">
        <Form.Item name="code" label={t('outletForm.code')} extra={t('outletForm.codeHelp')} rules={needed}>
          <Input className="code" maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'zh']} label={t('outletForm.nameZh')} rules={[oneName]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('outletForm.nameEn')}>
          <Input maxLength={90} autoComplete="off" />
        </Form.Item>
        <Form.Item name="referenceOxygen" label={t('outletForm.referenceOxygen')} extra={t('outletForm.referenceOxygenHelp')}>
          <InputNumber min={0} max={20.9} suffix="%" />
        </Form.Item>
        <Form.Item name="sectionArea" label={t('outletForm.sectionArea')}>
          <InputNumber min={0.01} max={1000} suffix="m²" />
        </Form.Item>
        <Form.Item name="fieldFactor" label={t('outletForm.fieldFactor')} extra={t('outletForm.fieldFactorHelp')}>
          <InputNumber min={0.01} max={10} step={0.01} />
        </Form.Item>
      </div>
    </Section>
  );
}

function Instruments({ factors }: { readonly factors: readonly Factor[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('outletForm.instruments')} note={t('outletForm.instrumentsNote')}>
      <Form.List name="instruments">
        {(fields, { add, remove }) => (
          <>
            {fields.length === 0 && <p className="muted">{t('outletForm.noInstrument')}</p>}
            {fields.map(({ key, name }, index) => (
              <InstrumentFields key={key} at={name} number={index + 1} factors={factors} remove={() => remove(name)} />
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add(NEW_INSTRUMENT)}>
              {t('outletForm.addInstrument')}
            </Button>
          </>
        )}
      </Form.List>
    </Section>
  );
}
