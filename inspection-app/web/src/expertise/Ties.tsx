import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import type { Profile } from '../api/planning';
import { useRefresh } from '../api/query';
import { beijingDay } from '../domain/time';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

interface Declared {
  readonly kind: 'work' | 'enforcement';
  readonly organisation: string;
  readonly from: string;
  readonly until?: string;
}

/** Whom an expert works or worked for. A tie ends, it is not deleted. */
export function Ties({ profile, path }: { readonly profile: Profile; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<Declared>();
  const declaring = useDoing(async ({ until, ...tie }: Declared) => {
    await post(`${path}/ties`, { ...tie, until: until || null });
    await refresh(path);
    form.resetFields();
  });
  const ending = useDoing(async (id: string) => {
    await post(`${path}/ties/${id}/end`, { until: beijingDay(new Date()) });
    await refresh(path);
  });
  const needed = [{ required: true, message: t('schedule.missing') }];
  return (
    <Section title={t('expertise.ties')} note={t('expertise.tiesNote')}>
      {profile.ties.length === 0 && <p className="muted">{t('expertise.noTie')}</p>}
      <ul className="bookings">
        {profile.ties.map(({ id, kind, organisation, from, until }) => (
          <li key={id}>
            <strong>{organisation}</strong> · {t(`expertise.kind.${kind}`)} ·{' '}
            <span className="number">{t('checkup.fromUntil', { from, until: until ?? t('expertise.lasting') })}</span>{' '}
            {until === null && (
              <Button size="small" aria-label={t('expertise.endTieOf', { name: organisation })} onClick={() => void ending.run(id)}>
                {t('expertise.endTie')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Form<Declared> form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'work' }} onFinish={(values) => void declaring.run(values)}>
        <Form.Item name="kind" label={t('expertise.tieKind')}>
          <Radio.Group aria-label={t('expertise.tieKind')} options={(['work', 'enforcement'] as const).map((value) => ({ value, label: t(`expertise.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="organisation" label={t('expertise.organisation')} rules={needed}>
          <Input autoComplete="off" maxLength={120} />
        </Form.Item>
        <div className="form-grid">
          <Form.Item name="from" label={t('expertise.firstDay')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label={t('expertise.tieUntil')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Trouble problem={declaring.problem ?? ending.problem} />
        <Button htmlType="submit" loading={declaring.busy}>
          {t('expertise.declare')}
        </Button>
      </Form>
    </Section>
  );
}
