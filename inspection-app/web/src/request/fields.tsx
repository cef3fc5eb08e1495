import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutletName } from '../api/requests';
import type { Topic } from '../api/types';
import { useAccount } from '../api/session';
import { DayPicker } from '../checkup/DayPicker';
import { plusDays } from '../domain/time';
import { useLocal } from '../i18n';
import { DemonstrationTag } from '../ui/Tags';
import { atLeastOne } from '../ui/rules';
import { Suggestions } from './Suggestions';

export const TOPICS: readonly Topic[] = ['calibration', 'networking', 'operation', 'documents', 'sampling'];

/** Which outlets, and which days of their data. */
export function ScopeFields({ outlets, today }: { readonly outlets: readonly OutletName[]; readonly today: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <>
      <Form.Item name="outletIds" label={t('request.outlets')} rules={[atLeastOne(t('request.outletsMissing'))]}>
        <Checkbox.Group aria-label={t('request.outlets')} className="choices">
          {outlets.map((outlet) => (
            <Checkbox key={outlet.id} value={outlet.id}>
              <span className="code">{outlet.code}</span> {local(outlet.name)} {outlet.demonstration && <DemonstrationTag />}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="dataFrom" label={t('request.dataFrom')} extra={t('request.dataHelp')} rules={[{ required: true, message: t('request.dayMissing') }]}>
          <Input type="date" max={today} />
        </Form.Item>
        <Form.Item
          name="dataUntil"
          label={t('request.dataUntil')}
          dependencies={['dataFrom']}
          rules={[
            { required: true, message: t('request.dayMissing') },
            ({ getFieldValue }) => ({
              validator: (_, until: string) =>
                until && until < getFieldValue('dataFrom') ? Promise.reject(new Error(t('request.spanReversed'))) : Promise.resolve(),
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}

/** Own wishes, and what the own self-check suggests to those who may read it. */
export function TopicFields() {
  const { t } = useTranslation();
  const { rights } = useAccount();
  return (
    <>
      {rights.includes('readings') && <Suggestions />}
      <Form.Item name="topics" label={t('request.topics')} rules={[atLeastOne(t('request.topicsMissing'))]}>
        <Checkbox.Group aria-label={t('request.topics')} className="choices">
          {TOPICS.map((topic) => (
            <Checkbox key={topic} value={topic}>
              {t(`topic.${topic}`)} <span className="muted small">{t(`topic.meaning.${topic}`)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </>
  );
}

export function DayFields({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="preferredDays" label={t('request.preferredDays')} extra={t('request.preferredHelp')}>
        <DayPicker earliest={plusDays(today, 1)} most={5} />
      </Form.Item>
      <Form.Item name="note" label={t('request.note')} extra={t('wizard.noteHelp')}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}

export function QuestionField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="questions" label={t('wizard.questions')} extra={t('wizard.questionsHelp')}>
      <Input.TextArea rows={6} maxLength={2000} showCount />
    </Form.Item>
  );
}
