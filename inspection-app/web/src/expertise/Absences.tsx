import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../api/client';
import { postingOnce } from '../api/once';
import type { Profile } from '../api/planning';
import { useRefresh } from '../api/query';
import { useDoing } from '../ui/hooks';
import { Trouble } from '../ui/Loaded';
import { Section } from '../ui/Page';

interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
}

export function Absences({ profile, path }: { readonly profile: Profile; readonly path: string }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<Span>();
  const once = useMemo(postingOnce, []);
  const adding = useDoing(async (span: Span) => {
    await once(`${path}/absences`, span);
    await refresh(path);
    form.resetFields();
  });
  const removing = useDoing(async (id: string) => {
    await remove(`${path}/absences/${id}`);
    await refresh(path);
  });
  const needed = [{ required: true, message: t('schedule.missing') }];
  return (
    <Section title={t('expertise.absences')}>
      {profile.absences.length === 0 && <p className="muted">{t('expertise.noAbsence')}</p>}
      <ul className="bookings">
        {profile.absences.map(({ id, firstDay, lastDay }) => (
          <li key={id} className="number">
            {t('checkup.fromUntil', { from: firstDay, until: lastDay })}{' '}
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('expertise.removeAbsence', { day: firstDay })} onClick={() => void removing.run(id)} />
          </li>
        ))}
      </ul>
      <Form<Span> form={form} layout="vertical" requiredMark={false} onFinish={(values) => void adding.run(values)}>
        <div className="form-grid">
          <Form.Item name="firstDay" label={t('expertise.firstDay')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="lastDay" label={t('expertise.lastDay')} rules={needed}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Trouble problem={adding.problem ?? removing.problem} />
        <Button htmlType="submit" loading={adding.busy}>
          {t('expertise.addAbsence')}
        </Button>
      </Form>
    </Section>
  );
}
