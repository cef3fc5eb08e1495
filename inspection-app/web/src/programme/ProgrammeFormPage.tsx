import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { post } from '../api/client';
import type { Registration } from '../api/enterprise';
import { postingOnce } from '../api/once';
import { useApi, useRefresh } from '../api/query';
import { PROGRAMMES, type Programme } from '../api/requests';
import type { Local, Topic } from '../api/types';
import { beijingDay, plusDays } from '../domain/time';
import { useLocal } from '../i18n';
import { TOPICS } from '../request/fields';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { atLeastOne } from '../ui/rules';

const FUELS = ['coal', 'oil', 'gas', 'other-gas', 'other'] as const;
/** The factors that are monitored most; others are written as codes. */
const FACTORS = ['a21026', 'a21002', 'a34013', 'w01018', 'w21003'] as const;

interface FilledProgramme {
  readonly title: Local;
  readonly text: Local;
  readonly topics: Topic[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly places: string[];
  readonly medium: 'gas' | 'water' | '';
  readonly factors: string[];
  readonly fuels: string[];
  readonly industries: string[];
}

/** Where the office writes a programme, or goes on with a draft of one. */
export function ProgrammeFormPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  return (
    <Page title={t(id ? 'programme.edit' : 'programme.new')} lead={t('programme.formLead')}>
      {id ? <Existing id={id} /> : <ProgrammeForm programme={null} />}
    </Page>
  );
}

function Existing({ id }: { readonly id: string }) {
  const programme = useApi<Programme>(`${PROGRAMMES}/${encodeURIComponent(id)}`);
  return <Loaded query={programme}>{(loaded) => <ProgrammeForm programme={loaded} />}</Loaded>;
}

function ProgrammeForm({ programme }: { readonly programme: Programme | null }) {
  const { t } = useTranslation();
  const local = useLocal();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [postOnce] = useState(postingOnce);
  const [base] = useState(programme);
  const industries = useApi<Registration>('/api/registration');
  const today = beijingDay(new Date());
  const saving = useDoing(async (values: FilledProgramme) => {
    const form = { ...values, medium: values.medium || null };
    const saved = base
      ? await post<Programme>(`${PROGRAMMES}/${base.id}`, { ...form, version: base.version })
      : await postOnce<Programme>(PROGRAMMES, form);
    await refresh(PROGRAMMES);
    await navigate(`/programmes/${saved.id}`);
  });
  const needed = [{ required: true, whitespace: true, message: t('programme.missing') }];
  return (
    <Form<FilledProgramme>
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      className="stack"
      initialValues={
        base
          ? { ...base, ...base.conditions, medium: base.conditions.medium ?? '' }
          : { topics: [], startsOn: today, endsOn: plusDays(today, 60), places: [], medium: '', factors: [], fuels: [], industries: [] }
      }
      onFinish={(values) => void saving.run(values)}
    >
      <Section title={t('programme.about')}>
        <div className="form-grid">
          <Form.Item name={['title', 'zh']} label={t('programme.titleZh')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={['title', 'en']} label={t('programme.titleEn')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item name={['text', 'zh']} label={t('programme.textZh')} rules={needed}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Form.Item name={['text', 'en']} label={t('programme.textEn')} rules={needed}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        <Form.Item name="topics" label={t('request.topics')} rules={[atLeastOne(t('request.topicsMissing'))]}>
          <Checkbox.Group aria-label={t('request.topics')} className="choices" options={TOPICS.map((topic) => ({ value: topic, label: t(`topic.${topic}`) }))} />
        </Form.Item>
        <div className="form-grid">
          <Form.Item name="startsOn" label={t('programme.startsOn')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="endsOn" label={t('programme.endsOn')} rules={needed}>
            <Input type="date" min={today} />
          </Form.Item>
        </div>
      </Section>
      <Section title={t('programme.conditions')} note={t('programme.conditionsNote')}>
        <Form.Item name="medium" label={t('programme.mediumLabel')}>
          <Radio.Group
            aria-label={t('programme.mediumLabel')}
            options={[
              { value: '', label: t('programme.medium.any') },
              { value: 'gas', label: t('programme.medium.gas') },
              { value: 'water', label: t('programme.medium.water') },
            ]}
          />
        </Form.Item>
        <Form.Item name="factors" label={t('programme.factors')} extra={t('programme.factorsHelp')}>
          <Select mode="tags" options={FACTORS.map((code) => ({ value: code, label: `${code} ${t(`programme.factor.${code}`)}` }))} />
        </Form.Item>
        <Form.Item name="fuels" label={t('programme.fuels')}>
          <Select mode="multiple" options={FUELS.map((fuel) => ({ value: fuel, label: t(`programme.fuel.${fuel}`) }))} />
        </Form.Item>
        <Form.Item name="industries" label={t('programme.industries')}>
          <Select mode="multiple" options={(industries.data?.industries ?? []).map(({ word, name }) => ({ value: word, label: local(name) }))} />
        </Form.Item>
        <Form.Item name="places" label={t('programme.places')} extra={t('programme.placesHelp')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Section>
      <div className="card form-end">
        <Trouble problem={saving.problem} />
        <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
          {t('programme.save')}
        </Button>
        <p className="muted small">{t('programme.saveNote')}</p>
      </div>
    </Form>
  );
}
