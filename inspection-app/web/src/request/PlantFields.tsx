import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlantKind } from '../api/requests';

const KINDS: readonly PlantKind[] = ['start-up', 'shutdown', 'maintenance', 'closed'];

/** When the plant starts and stops, and what it takes to go up the platform. */
export function PlantFields({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.List name={['plant', 'days']}>
        {(fields, { add, remove }) => (
          <fieldset className="plant-days">
            <legend>{t('wizard.plantDays')}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="plant-day">
                <Form.Item name={[name, 'kind']} label={t('wizard.plantKind')} rules={[{ required: true, message: t('wizard.choose') }]}>
                  <Select options={KINDS.map((kind) => ({ value: kind, label: t(`wizard.kind.${kind}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'from']} label={t('wizard.from')} rules={[{ required: true, message: t('request.dayMissing') }]}>
                  <Input type="date" min={today} />
                </Form.Item>
                <Form.Item name={[name, 'until']} label={t('wizard.until')}>
                  <Input type="date" min={today} />
                </Form.Item>
                <Form.Item name={[name, 'note']} label={t('wizard.plantNote')}>
                  <Input maxLength={200} />
                </Form.Item>
                <Button icon={<DeleteOutlined />} aria-label={t('wizard.removeDays')} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'shutdown' })} disabled={fields.length >= 30}>
              {t('wizard.addDays')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item name={['plant', 'permit']} label={t('wizard.permit')} extra={t('wizard.permitHelp')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name={['plant', 'permitDays']} label={t('wizard.permitDays')}>
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
        <Form.Item name={['plant', 'windLimit']} label={t('wizard.windLimit')} extra={t('wizard.windHelp')}>
          <InputNumber min={0.1} max={32} step={0.1} />
        </Form.Item>
      </div>
    </>
  );
}
