import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import type { OutletDetail } from '../api/types';
import { INFORMATION, MINUTES, type Field } from '../domain/command';
import { useLocal } from '../i18n';

interface CommandFieldsProps {
  readonly fields: readonly Field[];
  readonly outletId: number;
}

/** The inputs that the chosen command needs. */
export function CommandFields({ fields, outletId }: CommandFieldsProps) {
  return (
    <div className="form-grid">
      {fields.map((field) => (
        <OneField key={field} field={field} outletId={outletId} needed={fields.includes('CalibrationType')} />
      ))}
    </div>
  );
}

function OneField({ field, outletId, needed }: { readonly field: Field; readonly outletId: number; readonly needed: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('schedule.missing') }];
  switch (field) {
    case 'Span':
      return <SpanFields />;
    case 'PolId':
      return <FactorField outletId={outletId} needed={needed} />;
    case 'InfoId':
      return (
        <Form.Item name="InfoId" label={t('command.field.InfoId')} rules={required}>
          <Select options={INFORMATION.map((value) => ({ value, label: `${t(`command.information.${value}`)} ${value}` }))} />
        </Form.Item>
      );
    case 'CalibrationType':
      return (
        <Form.Item name="CalibrationType" label={t('command.field.CalibrationType')} extra={t('command.calibrationHelp')} rules={required}>
          <Select options={[{ value: '0', label: t('command.calibration.zero') }, { value: '1', label: t('command.calibration.span') }]} />
        </Form.Item>
      );
    case 'MinInterval':
      return (
        <Form.Item name="MinInterval" label={t('command.field.MinInterval')} rules={required}>
          <Select options={MINUTES.map((value) => ({ value, label: t('command.minutes', { value }) }))} />
        </Form.Item>
      );
    default:
      return <NumberField field={field} />;
  }
}

const LIMITS = { RtdInterval: [30, 3600], OverTime: [1, 99], ReCount: [1, 99] } as const;

function NumberField({ field }: { readonly field: keyof typeof LIMITS }) {
  const { t } = useTranslation();
  const [min, max] = LIMITS[field];
  const message = t('command.between', { min, max });
  return (
    <Form.Item name={field} label={t(`command.field.${field}`)} extra={message} rules={[{ required: true, type: 'integer', min, max, message }]}>
      <InputNumber min={min} max={max} precision={0} />
    </Form.Item>
  );
}

function SpanFields() {
  const { t } = useTranslation();
  const required = { required: true, message: t('schedule.missing') };
  return (
    <>
      <Form.Item name="from" label={t('command.from')} rules={[required]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="until"
        label={t('command.until')}
        dependencies={['from']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, until: string) =>
              until && until <= getFieldValue('from') ? Promise.reject(new Error(t('schedule.reversed'))) : Promise.resolve(),
          }),
        ]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
}

function FactorField({ outletId, needed }: { readonly outletId: number; readonly needed: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const outlet = useApi<OutletDetail>(`/api/outlets/${outletId}`);
  const options = (outlet.data?.instruments ?? [])
    .filter((instrument) => !needed || instrument.spanGas !== null)
    .map((instrument) => ({ value: instrument.factor, label: `${local(instrument.factorName)} ${instrument.factor}` }));
  return (
    <Form.Item name="PolId" label={t('command.field.PolId')} rules={needed ? [{ required: true, message: t('accuracy.factorMissing') }] : []}>
      <Select allowClear={!needed} loading={outlet.isPending} options={options} />
    </Form.Item>
  );
}
