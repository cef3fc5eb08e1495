import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { post } from '../api/client';
import { useApi, useRefresh } from '../api/query';
import type { Expert } from '../api/types';
import { beijingClock, beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { ShownOnce } from '../person/ShownOnce';
import { useDoing } from '../ui/hooks';
import { Loaded, Trouble } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';

interface Invited {
  readonly username: string;
  readonly password: string;
}

interface NewExpert {
  readonly username: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Everybody who can be sent, and a way to bring in one more. */
export function ExpertsPage() {
  const { t } = useTranslation();
  const local = useLocal();
  const experts = useApi<Expert[]>('/api/experts');
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Page title={t('expertise.title')} lead={t('expertise.lead')}>
      <div className="two-columns">
        <Section title={t('expertise.all')}>
          <Loaded query={experts} empty={{ when: (list) => list.length === 0, say: t('schedule.noExperts') }}>
            {(list) => (
              <ul className="bookings">
                {list.map((expert) => (
                  <li key={expert.id}>
                    <Link to={`/experts/${expert.id}`}>{local(expert.name)}</Link>{' '}
                    <span className="muted small">
                      {expert.booked[0]
                        ? t('expertise.next', { time: `${beijingMinute(expert.booked[0].startsAt)}–${beijingClock(expert.booked[0].endsAt)}` })
                        : t('expertise.free')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        </Section>
        <Section title={t('expertise.bringIn')} note={t('expertise.bringInNote')}>
          {invited ? <ShownOnce secret={invited.password} label={t('expertise.invited', { username: invited.username })} /> : <BringIn done={setInvited} />}
        </Section>
      </div>
    </Page>
  );
}

function BringIn({ done }: { readonly done: (invited: Invited) => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const inviting = useDoing(async (values: NewExpert) => {
    const invited = await post<Invited>('/api/experts', values);
    await refresh('/api/experts');
    done(invited);
  });
  const needed = [{ required: true, message: t('schedule.missing') }];
  return (
    <Form<NewExpert> layout="vertical" requiredMark={false} onFinish={(values) => void inviting.run(values)}>
      <Form.Item name="username" label={t('signIn.username')} rules={needed}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="nameZh" label={t('person.nameZh')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={t('person.nameEn')} rules={needed}>
        <Input autoComplete="off" />
      </Form.Item>
      <Trouble problem={inviting.problem} />
      <Button htmlType="submit" loading={inviting.busy}>
        {t('expertise.bringIn')}
      </Button>
    </Form>
  );
}
