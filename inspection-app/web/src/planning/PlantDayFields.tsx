import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlantKind } from '../api/requests';
import './plant.css';

const KINDS: readonly PlantKind[] = ['closed', 'shutdown', 'start-up', 'maintenance'];
const MOST = 30;

interface PlantDayFieldsProps {
  readonly name: string | string[];
  readonly legend: string;
  readonly today: string;
  /** What a new line says at first. */
  readonly usual: PlantKind;
}

/** Days of the plant calendar, to be added, changed and removed. */
export function PlantDayFields({ name: list, legend, today, usual }: PlantDayFieldsProps) {
  const { t } = useTranslation();
  return (
    <Form.List name={list}>
      {(fields, { add, remove }) => (
        <fieldset className="plant-days">
          <legend>{legend}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="plant-day">
              <Form.Item name={[name, 'kind']} label={t('plant.kind')} rules={[{ required: true, message: t('plant.choose') }]}>
                <Select options={KINDS.map((kind) => ({ value: kind, label: t(`plantKind.${kind}`) }))} />
              </Form.Item>
              <Form.Item name={[name, 'from']} label={t('plant.from')} rules={[{ required: true, message: t('request.dayMissing') }]}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[name, 'until']} label={t('plant.until')}>
                <Input type="date" min={today} />
              </Form.Item>
              <Form.Item name={[name, 'note']} label={t('plant.note')}>
                <Input maxLength={200} />
              </Form.Item>
              <Button icon={<DeleteOutlined />} aria-label={t('plant.remove')} onClick={() => remove(name)} />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ kind: usual })} disabled={fields.length >= MOST}>
            {t('plant.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
