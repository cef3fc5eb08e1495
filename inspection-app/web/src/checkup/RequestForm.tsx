import { useState } from 'react';
import { Button, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useRefresh } from '../api/query';
import type { Checkup, CheckupRequest, OutletSummary, Terms, Topic } from '../api/types';
import { beijingDay, plusDays } from '../domain/time';
import { useLanguage, useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { DemonstrationTag } from '../ui/Tags';
import { atLeastOne } from '../ui/rules';
import { DayPicker } from './DayPicker';

export const TOPICS: readonly Topic[] = ['calibration', 'networking', 'operation', 'documents', 'sampling'];

interface Filled {
  readonly outletIds: number[];
  readonly topics: Topic[];
  readonly dataFrom: string;
  readonly dataUntil: string;
  readonly preferredDays: string[];
  readonly note?: string;
  readonly signed: boolean;
}

interface RequestFormProps {
  readonly outlets: readonly OutletSummary[];
  readonly terms: Terms;
  readonly made: (checkup: Checkup) => void;
}

export function RequestForm({ outlets, terms, made }: RequestFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const refresh = useRefresh();
  const today = beijingDay(new Date());
  const [postOnce] = useState(postingOnce);
  const asking = useDoing(async ({ signed: _, note = '', ...scope }: Filled) => {
    const request: CheckupRequest = { ...scope, note: note.trim(), terms: { version: terms.version, language, sha256: terms.sha256[language] } };
    const checkup = await postOnce<Checkup>('/api/checkups', request);
    await refresh('/api/checkups');
    made(checkup);
  });
  return (
    <Form<Filled>
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{
        outletIds: outlets.length === 1 ? outlets.map(({ id }) => id) : [],
        topics: ['calibration', 'networking', 'operation'],
        dataFrom: plusDays(today, -29),
        // The experts hold live readings against the instruments on the day they come.
        dataUntil: plusDays(today, 30),
        preferredDays: [],
        signed: false,
      }}
      onFinish={(values) => void asking.run(values)}
      className="stack"
    >
      <Scope outlets={outlets} today={today} />
      <TermsToSign terms={terms} />
      <div className="card form-end">
        <Trouble problem={asking.problem} />
        <Button type="primary" size="large" htmlType="submit" loading={asking.busy}>
          {t('request.send')}
        </Button>
        <p className="muted small">{t('request.withdrawable')}</p>
      </div>
    </Form>
  );
}

function Scope({ outlets, today }: { readonly outlets: readonly OutletSummary[]; readonly today: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <>
      <Section title={t('request.what')}>
        <Form.Item name="outletIds" label={t('request.outlets')} rules={[atLeastOne(t('request.outletsMissing'))]}>
          <Checkbox.Group className="choices">
            {outlets.map((outlet) => (
              <Checkbox key={outlet.id} value={outlet.id}>
                <span className="code">{outlet.code}</span> {local(outlet.name)} {outlet.demonstration && <DemonstrationTag />}
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
        <Form.Item name="topics" label={t('request.topics')} rules={[atLeastOne(t('request.topicsMissing'))]}>
          <Checkbox.Group className="choices">
            {TOPICS.map((topic) => (
              <Checkbox key={topic} value={topic}>
                {t(`topic.${topic}`)} <span className="muted small">{t(`topic.meaning.${topic}`)}</span>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Section>
      <Section title={t('request.when')}>
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
        <Form.Item name="preferredDays" label={t('request.preferredDays')} extra={t('request.preferredHelp')}>
          <DayPicker earliest={plusDays(today, 1)} most={5} />
        </Form.Item>
        <Form.Item name="note" label={t('request.note')} extra={t('request.noteHelp')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Section>
    </>
  );
}

/** The exact text is shown whole, in the language that will be signed. */
function TermsToSign({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <Section title={t('request.terms')} note={t('request.termsNote', { version: terms.version })}>
      <div className="terms" tabIndex={0} role="document" aria-label={t('request.termsText')}>
        {local(terms.text)}
      </div>
      <p className="muted small wrap">SHA-256 <code>{local(terms.sha256)}</code></p>
      <Form.Item
        name="signed"
        valuePropName="checked"
        rules={[{ validator: (_, signed: boolean) => (signed ? Promise.resolve() : Promise.reject(new Error(t('request.signMissing')))) }]}
      >
        <Checkbox>{t('request.sign')}</Checkbox>
      </Form.Item>
    </Section>
  );
}
