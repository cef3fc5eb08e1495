import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { RequestVersions } from '../api/requests';
import type { Checkup, Expert } from '../api/types';
import { clashes } from '../domain/checkup';
import type { Slot } from '../domain/planning';
import { beijingClock, beijingDay, beijingMinute, instantOf } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { PlantDayList } from '../planning/PlantDayList';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';

interface Filled {
  readonly leadId: string;
  readonly memberIds?: readonly string[];
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly reason?: string;
  readonly joinedIds?: readonly string[];
}

const MOST_MEMBERS = 4;

interface DialogProps {
  readonly checkup: Checkup;
  /** Where the visit was put in the calendar; what stands now if it was not. */
  readonly at?: Slot | null;
  readonly close: () => void;
}

/** A team and a time, in Beijing time, for the first time or anew. That nobody is booked twice is the database's promise; the dialog only warns. */
export function ScheduleDialog({ checkup, at = null, close }: DialogProps) {
  const { t } = useTranslation();
  const list = useList();
  const [form] = Form.useForm<Filled>();
  const experts = useApi<Expert[]>('/api/experts');
  const refresh = useRefresh();
  const again = checkup.appointment !== null;
  const scheduling = useDoing(async ({ leadId, memberIds = [], day, from, until, reason, joinedIds = [] }: Filled) => {
    await post<Checkup>(`/api/checkups/${checkup.id}/${again ? 'reschedule' : 'schedule'}`, {
      expertIds: [leadId, ...memberIds.filter((id) => id !== leadId)],
      startsAt: instantOf(day, from),
      endsAt: instantOf(day, until),
      ...(again ? { reason } : { joinedIds }),
    });
    await Promise.all(['/api/checkups', '/api/experts', '/api/appointments', '/api/matching'].map(refresh));
    close();
  });
  return (
    <Modal
      open
      title={t(again ? 'schedule.again' : 'schedule.title', { number: checkup.number })}
      okText={t(again ? 'schedule.keep' : 'schedule.save')}
      cancelText={t('action.cancel')}
      confirmLoading={scheduling.busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="muted">{t('checkup.preferred', { days: list(checkup.preferredDays) || '—' })}</p>
      <PlantSaid checkup={checkup} />
      <Loaded query={experts} empty={{ when: (list) => list.length === 0, say: t('schedule.noExperts') }}>
        {(list) => (
          <Form<Filled>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ ...arranged(checkup), ...at }}
            onFinish={(values) => void scheduling.run(values)}
          >
            {again ? <JoinedNote checkup={checkup} /> : <Joinable checkup={checkup} />}
            <Fields experts={list} again={again} />
            <Bookings experts={list.map((expert) => withoutOwn(expert, checkup))} />
            <Trouble problem={scheduling.problem} />
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}

/** What the enterprise said of its days: nobody is sent on one that is closed. */
function PlantSaid({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const request = useApi<RequestVersions>(`/api/checkups/${checkup.id}/request`);
  if (!request.data || request.data.calendar.length === 0) return null;
  return (
    <>
      <p className="muted">{t('schedule.plant')}</p>
      <PlantDayList days={request.data.calendar} />
    </>
  );
}

/** What was joined is moved together. */
function JoinedNote({ checkup: { joined } }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const list = useList();
  return joined.length === 0 ? null : <Alert type="info" showIcon title={t('schedule.together', { numbers: list(joined.map(({ number }) => number)) })} className="trouble" />;
}

/** Other accepted requests of the enterprise: with the ticked ones this is one visit instead of several. */
function Joinable({ checkup }: { readonly checkup: Checkup }) {
  const { t } = useTranslation();
  const list = useList();
  const others = useApi<Checkup[]>(`/api/checkups/${checkup.id}/joinable`);
  if (!others.data || others.data.length === 0) return null;
  return (
    <Form.Item name="joinedIds" label={t('schedule.join')} extra={t('schedule.joinNote')}>
      <Checkbox.Group
        className="schedule-join"
        options={others.data.map(({ id, number, topics, preferredDays }) => ({
          value: id,
          label: t('schedule.joinOne', { number, topics: list(topics.map((topic) => t(`topic.${topic}`))), days: list(preferredDays) || '—' }),
        }))}
      />
    </Form.Item>
  );
}

/** A visit does not stand in its own way when it is moved. */
function withoutOwn(expert: Expert, { appointment }: Checkup): Expert {
  const own = appointment?.experts.some(({ id }) => id === expert.id) ? appointment : null;
  return own ? { ...expert, booked: expert.booked.filter(({ startsAt }) => startsAt !== own.startsAt) } : expert;
}

/** What stands now, or a morning of the first day that suits the enterprise. */
function arranged({ appointment, preferredDays }: Checkup): Partial<Filled> {
  if (!appointment) return { day: preferredDays[0] ?? beijingDay(new Date()), from: '09:00', until: '12:00' };
  const [leadId, ...memberIds] = appointment.experts.map(({ id }) => id);
  const start = new Date(appointment.startsAt);
  return {
    ...(leadId === undefined ? {} : { leadId }),
    memberIds,
    day: beijingDay(start),
    from: beijingClock(appointment.startsAt),
    until: beijingClock(appointment.endsAt),
  };
}

function Fields({ experts, again }: { readonly experts: readonly Expert[]; readonly again: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const missing = [{ required: true, message: t('schedule.missing') }];
  const leadId = Form.useWatch('leadId', Form.useFormInstance<Filled>());
  const options = experts.map((expert) => ({ value: expert.id, label: local(expert.name) }));
  return (
    <>
      <Form.Item name="leadId" label={t('schedule.lead')} rules={missing}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="memberIds" label={t('schedule.members')}>
        <Select mode="multiple" maxCount={MOST_MEMBERS} options={options.filter(({ value }) => value !== leadId)} showSearch={{ optionFilterProp: 'label' }} />
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
      {again && (
        <Form.Item name="reason" label={t('schedule.reason')} rules={missing}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

function Bookings({ experts }: { readonly experts: readonly Expert[] }) {
  const form = Form.useFormInstance<Filled>();
  const { leadId, memberIds = [], day, from, until } = Form.useWatch([], form) ?? {};
  const team = experts.filter(({ id }) => id === leadId || memberIds.includes(id));
  const whole = day && from && until && from < until;
  return team.map((expert) => (
    <Booked key={expert.id} expert={expert} clashing={whole ? clashes(expert, instantOf(day, from), instantOf(day, until)) : []} />
  ));
}

function Booked({ expert, clashing }: { readonly expert: Expert; readonly clashing: Expert['booked'] }) {
  const { t } = useTranslation();
  const local = useLocal();
  return (
    <>
      {clashing.length > 0 && (
        <Alert role="alert" type="warning" showIcon title={t('schedule.clash', { expert: local(expert.name) })} className="trouble" />
      )}
      <h3>{t('schedule.booked', { expert: local(expert.name) })}</h3>
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
