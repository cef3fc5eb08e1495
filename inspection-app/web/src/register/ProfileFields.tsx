import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutletWords } from '../api/enterprise';
import { useApi } from '../api/query';
import { useLocal } from '../i18n';
import { CoordinateFields } from '../map/CoordinateFields';
import { Loaded } from '../ui/Loaded';
import { Section } from '../ui/Page';

const SIGNALS = ['load', 'furnace-oxygen', 'fuel', 'intake', 'bod', 'phosphate'] as const;

/** What kind of outlet it is: the standards and their limits are found by this. */
export function ProfileFields() {
  const { t } = useTranslation();
  const words = useApi<OutletWords>('/api/outlet-words');
  return (
    <Section title={t('describe.title')} note={t('describe.note')}>
      <Loaded query={words}>{(loaded) => <Described words={loaded} />}</Loaded>
      <h3>{t('enterprise.point')}</h3>
      <CoordinateFields name={['profile', 'at']} />
      <details>
        <summary>{t('describe.more')}</summary>
        <p className="small muted">{t('describe.moreNote')}</p>
        <div className="form-grid">
          {SIGNALS.map((signal) => (
            <Form.Item key={signal} name={['profile', 'signals', signal]} label={t(`describe.signals.${signal}`)} rules={[{ pattern: /^[0-9A-Za-z]*$/ }]}>
              <Input className="code" maxLength={20} autoComplete="off" />
            </Form.Item>
          ))}
          <Form.Item name={['profile', 'gasPerFuel']} label={t('describe.gasPerFuel')}>
            <InputNumber min={0.001} />
          </Form.Item>
        </div>
      </details>
    </Section>
  );
}

function Described({ words }: { readonly words: OutletWords }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <div className="form-grid">
      {words.attributes.map((attribute) => (
        <Form.Item key={attribute.key} name={['profile', 'words', attribute.key]} label={local(attribute.name)}>
          <Select allowClear placeholder={t('describe.unknown')} options={attribute.words.map(({ word, name }) => ({ value: word, label: local(name) }))} />
        </Form.Item>
      ))}
      <Form.Item name={['profile', 'capacity']} label={t('describe.capacity')}>
        <InputNumber min={0.01} />
      </Form.Item>
      <Form.Item
        name={['profile', 'capacityUnit']}
        label={t('describe.capacityUnit')}
        dependencies={[['profile', 'capacity']]}
        rules={[({ getFieldValue }) => ({ required: getFieldValue(['profile', 'capacity']) != null, message: t('enterprise.missing') })]}
      >
        <Select allowClear options={words.capacityUnits.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name={['profile', 'stackHeight']} label={t('describe.stackHeight')}>
        <InputNumber min={0.1} max={500} suffix="m" />
      </Form.Item>
      <Form.Item name={['profile', 'operator']} label={t('describe.operator')} extra={t('describe.operatorHelp')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
