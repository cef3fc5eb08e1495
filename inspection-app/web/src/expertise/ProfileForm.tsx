import { App, Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Profile } from '../api/planning';
import { useRefresh } from '../api/query';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

const TOPICS = ['calibration', 'networking', 'operation', 'documents', 'sampling'] as const;
const PARTS = ['meeting-room', 'platform', 'hut'] as const;
const INSTRUMENTS = ['extractive', 'in-situ', 'dilution'] as const;
const FACTORS = ['a34013', 'a21026', 'a21002', 'a21005', 'a19001', 'a01011', 'a01012', 'a01013', 'a01014'];
const STANDARDS = ['HJ 75-2017', 'HJ 76-2017', 'HJ 212-2017'];

interface Filled {
  readonly topics: readonly string[];
  readonly parts: readonly string[];
  readonly instruments: readonly string[];
  readonly factors: readonly string[];
  readonly standards: readonly string[];
  readonly weekdays: readonly number[];
  readonly mostVisitsAWeek: number;
  readonly longitude?: number | null;
  readonly latitude?: number | null;
}

/** Codes of factors and numbers of standards may be typed in, too. */
export function ProfileForm({ profile, path }: { readonly profile: Profile; readonly path: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const keeping = useDoing(async (filled: Filled) => {
    const skills = [
      ...filled.topics.map((word) => `topic:${word}`),
      ...filled.parts.map((word) => `part:${word}`),
      ...filled.instruments.map((word) => `instrument:${word}`),
      ...filled.factors.map((word) => `factor:${word}`),
      ...filled.standards.map((word) => `standard:${word}`),
    ];
    await post<Profile>(`${path}/profile`, {
      skills,
      longitude: filled.longitude ?? null,
      latitude: filled.latitude ?? null,
      weekdays: filled.weekdays,
      mostVisitsAWeek: filled.mostVisitsAWeek,
    });
    await refresh(path);
    void message.success(t('expertise.kept'));
  });
  const of = (kind: string) => profile.skills.filter((skill) => skill.startsWith(`${kind}:`)).map((skill) => skill.slice(kind.length + 1));
  return (
    <Section title={t('expertise.can')} note={t('expertise.canNote')}>
      <Form<Filled>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          topics: of('topic'),
          parts: of('part'),
          instruments: of('instrument'),
          factors: of('factor'),
          standards: of('standard'),
          weekdays: profile.weekdays,
          mostVisitsAWeek: profile.mostVisitsAWeek,
          longitude: profile.longitude,
          latitude: profile.latitude,
        }}
        onFinish={(values) => void keeping.run(values)}
      >
        <Form.Item name="topics" label={t('request.topics')}>
          <Checkbox.Group aria-label={t('request.topics')} options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))} />
        </Form.Item>
        <Form.Item name="parts" label={t('expertise.parts')}>
          <Checkbox.Group aria-label={t('expertise.parts')} options={PARTS.map((value) => ({ value, label: t(`expertise.part.${value}`) }))} />
        </Form.Item>
        <Form.Item name="instruments" label={t('expertise.instruments')}>
          <Checkbox.Group aria-label={t('expertise.instruments')} options={INSTRUMENTS.map((value) => ({ value, label: t(`expertise.instrument.${value}`) }))} />
        </Form.Item>
        <div className="form-grid">
          <Form.Item name="factors" label={t('expertise.factors')}>
            <Select mode="tags" options={FACTORS.map((value) => ({ value }))} />
          </Form.Item>
          <Form.Item name="standards" label={t('expertise.standards')}>
            <Select mode="tags" options={STANDARDS.map((value) => ({ value }))} />
          </Form.Item>
        </div>
        <Form.Item name="weekdays" label={t('expertise.weekdays')}>
          <Checkbox.Group aria-label={t('expertise.weekdays')} options={([1, 2, 3, 4, 5, 6, 7] as const).map((value) => ({ value, label: t(`expertise.weekday.${value}`) }))} />
        </Form.Item>
        <div className="form-grid">
          <Form.Item name="mostVisitsAWeek" label={t('expertise.most')} rules={[{ required: true, message: t('schedule.missing') }]}>
            <InputNumber min={1} max={14} precision={0} />
          </Form.Item>
          <Form.Item name="longitude" label={t('expertise.longitude')}>
            <InputNumber min={-180} max={180} step={0.01} />
          </Form.Item>
          <Form.Item name="latitude" label={t('expertise.latitude')}>
            <InputNumber min={-90} max={90} step={0.01} />
          </Form.Item>
        </div>
        <Trouble problem={keeping.problem} />
        <Button type="primary" htmlType="submit" loading={keeping.busy}>
          {t('expertise.keep')}
        </Button>
      </Form>
    </Section>
  );
}
