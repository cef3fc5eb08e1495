import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Design, Factor } from '../api/loggers';
import { unitText } from '../domain/working';
import { useLocal } from '../i18n';

const DESIGNS: readonly Design[] = ['EXTRACTIVE', 'IN_SITU', 'DILUTION', 'NONE'];

const PLATE = ['maker', 'model', 'serialNumber', 'certificate'] as const;
const NORMAL = ['normalLow', 'normalHigh'] as const;

interface InstrumentFieldsProps {
  readonly at: number;
  readonly number: number;
  readonly factors: readonly Factor[];
  readonly remove: () => void;
}

/** One instrument; choosing what it measures also proposes its unit. */
export function InstrumentFields({ at, number, factors, remove }: InstrumentFieldsProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const form = Form.useFormInstance();
  const unit = unitText((Form.useWatch(['instruments', at, 'unit'], form) as string | undefined) ?? '');
  const needed = [{ required: true, message: t('schedule.missing') }];
  const name = ['instruments', at, 'name'];
  const chose = (code: string) => {
    const factor = factors.find((each) => each.code === code);
    if (!factor) return;
    form.setFieldValue(['instruments', at, 'unit'], factor.unit);
    const { zh, en } = (form.getFieldValue(name) ?? {}) as Partial<Factor['name']>;
    if (!zh && !en) form.setFieldValue(name, { zh: `${factor.name.zh}监测仪`, en: `${factor.name.en} monitor` });
  };
  const oneName = { validator: async () => {
    const { zh, en } = (form.getFieldValue(name) ?? {}) as Partial<Factor['name']>;
    if (!zh?.trim() && !en?.trim()) throw new Error(t('schedule.missing'));
  } };
  return (
    <div role="group" className="instrument" aria-label={t('outletForm.instrument', { number })}>
      <div className="instrument-head">
        <h3>{t('outletForm.instrument', { number })}</h3>
        <Button size="small" type="text" icon={<DeleteOutlined />} onClick={remove} aria-label={t('outletForm.removeInstrument', { number })}>
          {t('outletForm.remove')}
        </Button>
      </div>
      <div className="form-grid">
        <Form.Item name={[at, 'factor']} label={t('outlet.factor')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            onChange={chose}
            options={factors.map((factor) => ({ value: factor.code, label: `${local(factor.name)} ${factor.code}` }))}
          />
        </Form.Item>
        <Form.Item name={[at, 'unit']} label={t('outletForm.unit')} rules={needed}>
          <Input className="code" maxLength={20} />
        </Form.Item>
        <Form.Item name={[at, 'name', 'zh']} label={t('outletForm.instrumentZh')} rules={[oneName]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[at, 'name', 'en']} label={t('outletForm.instrumentEn')}>
          <Input maxLength={90} />
        </Form.Item>
        <Values at={at} unit={unit} />
        <Form.Item name={[at, 'design']} label={t('outletForm.design')} rules={needed}>
          <Select options={DESIGNS.map((value) => ({ value, label: t(`outletForm.designs.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[at, 'automaticCalibration']} valuePropName="checked" label={t('outletForm.calibration')}>
          <Checkbox>{t('outletForm.automatic')}</Checkbox>
        </Form.Item>
      </div>
      <details>
        <summary>{t('describe.plate')}</summary>
        <div className="form-grid">
          {PLATE.map((field) => (
            <Form.Item key={field} name={[at, 'plate', field]} label={t(`describe.${field}`)}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          ))}
          {NORMAL.map((field) => (
            <Form.Item key={field} name={[at, 'plate', field]} label={t(`describe.${field}`)}>
              <InputNumber suffix={unit} />
            </Form.Item>
          ))}
        </div>
      </details>
    </div>
  );
}

const VALUES = ['fullScale', 'zeroGas', 'spanGas', 'permitLimit'] as const;

/** The numbers of the instrument, each with the instrument's unit beside it. */
function Values({ at, unit }: { readonly at: number; readonly unit: string }) {
  const { t } = useTranslation();
  return (
    <>
      {VALUES.map((field) => (
        <Form.Item
          key={field}
          name={[at, field]}
          label={t(`outletForm.values.${field}`)}
          rules={field === 'fullScale' || field === 'zeroGas' ? [{ required: true, message: t('schedule.missing') }] : []}
        >
          <InputNumber suffix={unit} />
        </Form.Item>
      ))}
    </>
  );
}
