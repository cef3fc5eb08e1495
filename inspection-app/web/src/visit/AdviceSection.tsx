import { useState } from 'react';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { postingOnce } from '../api/once';
import { useRemember } from '../api/query';
import type { Advice, Visit } from '../api/types';
import { useLocal } from '../i18n';
import { FindingSelect, type ChosenFinding } from '../outlet/FindingSelect';
import { useDoing } from '../ui/hooks';
import { Nothing, Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';
import { AdviceList } from './AdviceList';

interface AdviceSectionProps {
  readonly visit: Visit;
  readonly path: string;
  readonly writing: boolean;
}

export function AdviceSection({ visit, path, writing }: AdviceSectionProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('advice.title')} note={t('advice.note')}>
      {visit.advice.length === 0 ? <Nothing>{t('advice.none')}</Nothing> : <AdviceList advice={visit.advice} items={visit.items} />}
      {writing && <AdviceForm visit={visit} path={path} />}
    </Section>
  );
}

interface Filled {
  readonly title: string;
  readonly text: string;
  readonly itemId?: string | null;
}

function AdviceForm({ visit, path }: { readonly visit: Visit; readonly path: string }) {
  const { t } = useTranslation();
  const local = useLocal();
  const remember = useRemember();
  const [form] = Form.useForm<Filled>();
  const [postOnce] = useState(postingOnce);
  const [finding, setFinding] = useState<ChosenFinding | null>(null);
  const saving = useDoing(async ({ title, text, itemId = null }: Filled) => {
    const advice = await postOnce<Advice>(`${path}/advice`, { title: title.trim(), text: text.trim(), itemId, ...finding });
    remember<Visit>(path, (known) => known && { ...known, advice: [...known.advice, advice] });
    form.resetFields();
    setFinding(null);
  });
  const missing = [{ required: true, whitespace: true, message: t('advice.missing') }];
  return (
    <Form<Filled> form={form} layout="vertical" requiredMark={false} className="advice-form" onFinish={(values) => void saving.run(values)}>
      <h3>{t('advice.add')}</h3>
      <Form.Item name="title" label={t('advice.heading')} rules={missing}>
        <Input size="large" maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={t('advice.text')} rules={missing}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="itemId" label={t('advice.item')}>
        <Select allowClear size="large" options={visit.items.map((item) => ({ value: item.id, label: `${item.id} ${local(item.question)}` }))} />
      </Form.Item>
      <Form.Item label={t('advice.finding')} help={t('advice.findingHelp')}>
        <FindingSelect outlets={visit.checkup.outlets} value={finding} choose={setFinding} label={t('advice.finding')} />
      </Form.Item>
      <Trouble problem={saving.problem} />
      <Button type="primary" size="large" htmlType="submit" loading={saving.busy}>
        {t('advice.save')}
      </Button>
    </Form>
  );
}
