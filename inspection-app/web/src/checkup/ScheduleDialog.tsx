import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Checkup, Expert } from '../api/types';
import { clashes } from '../domain/checkup';
import { beijingClock, beijingDay, beijingMinute, instantOf } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';

interface Filled {
  readonly expertId: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

/** An expert and a time, in Beijing time. That nobody is booked twice is the database's promise; the dialog only warns. */
export function ScheduleDialog({ checkup, close }: { readonly checkup: Checkup; readonly close: () => void }) {
  const { t } = useTranslation();
  const list = useList();
  const [form] = Form.useForm<Filled>();
  const experts = useApi<Expert[]>('/api/experts');
  const refresh = useRefresh();
  const scheduling = useDoing(async ({ expertId, day, from, until }: Filled) => {
    await post<Checkup>(`/api/checkups/${checkup.id}/schedule`, { expertId, startsAt: instantOf(day, from), endsAt: instantOf(day, until) });
    await Promise.all([refresh('/api/checkups'), refresh('/api/experts')]);
    close();
  });
  return (
    <Modal
      open
      title={t('schedule.title', { number: checkup.number })}
      okText={t('schedule.save')}
      cancelText={t('action.cancel')}
      confirmLoading={scheduling.busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="muted">{t('schedule.preferred', { days: list(checkup.preferredDays) || '—' })}</p>
      <Loaded query={experts} empty={{ when: (list) => list.length === 0, say: t('schedule.noExperts') }}>
        {(list) => (
          <Form<Filled>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ day: checkup.preferredDays[0] ?? beijingDay(new Date()), from: '09:00', until: '12:00' }}
            onFinish={(values) => void scheduling.run(values)}
          >
            <Fields experts={list} />
            <Bookings experts={list} />
            <Trouble problem={scheduling.problem} />
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}

function Fields({ experts }: { readonly experts: readonly Expert[] }) {
  const { t } = useTranslation();
  const local = useLocal();
  const missing = [{ required: true, message: t('schedule.missing') }];
  return (
    <>
      <Form.Item name="expertId" label={t('schedule.expert')} rules={missing}>
        <Select options={experts.map((expert) => ({ value: expert.id, label: local(expert.name) }))} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="day" label={t('schedule.day')} rules={missing}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="from" label={t('schedule.from')} rules={missing}>
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name="until"
          label={t('schedule.until')}
          dependencies={['from']}
          rules={[
            ...missing,
            ({ getFieldValue }) => ({
              validator: (_, until: string) =>
                until && until <= getFieldValue('from') ? Promise.reject(new Error(t('schedule.reversed'))) : Promise.resolve(),
            }),
          ]}
        >
          <Input type="time" />
        </Form.Item>
      </div>
    </>
  );
}

function Bookings({ experts }: { readonly experts: readonly Expert[] }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Filled>();
  const { expertId, day, from, until } = Form.useWatch([], form) ?? {};
  const expert = experts.find(({ id }) => id === expertId);
  if (!expert) return null;
  const whole = day && from && until && from < until;
  const clashing = whole ? clashes(expert, instantOf(day, from), instantOf(day, until)) : [];
  return (
    <>
      {clashing.length > 0 && <Alert role="alert" type="warning" showIcon title={t('schedule.clash')} className="trouble" />}
      <h3>{t('schedule.booked')}</h3>
      {expert.booked.length === 0 && <p className="muted">{t('schedule.free')}</p>}
      <ul className="bookings">
        {expert.booked.map((slot) => (
          <li key={slot.startsAt} className={clashing.includes(slot) ? 'number clashing' : 'number'}>
            {beijingMinute(slot.startsAt)}–{beijingClock(slot.endsAt)}
          </li>
        ))}
      </ul>
    </>
  );
}
