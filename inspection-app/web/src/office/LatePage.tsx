import { Button, Checkbox, Form, Input } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get, post } from '../api/client';
import { EVERY, useApi, useRefresh } from '../api/query';
import type { CheckupState, Local, Role } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { ShownOnce } from '../person/ShownOnce';
import { Loaded, Trouble } from '../ui/Loaded';
import { MoreButton } from '../ui/MoreButton';
import { Page, Section } from '../ui/Page';
import { Pill, StateTag } from '../ui/Tags';
import { useDoing } from '../ui/hooks';
import './board.css';

/** GET /api/office/late (the office's head): by Beijing month and by whose turn it was. */
interface LateMonth {
  readonly month: string;
  readonly owner: Role;
  readonly promised: number;
  readonly late: number;
}

/** GET /api/office/late/steps?after=&limit=: the newest promise first. */
interface LateStep {
  readonly id: string;
  readonly checkupId: string;
  readonly number: string;
  readonly siteName: Local;
  readonly state: CheckupState;
  readonly owner: Role;
  readonly promisedBy: string;
  /** Null while it is still open. */
  readonly doneAt: string | null;
}

interface OfficePerson {
  readonly id: string;
  readonly username: string;
  readonly name: Local;
  readonly head: boolean;
}

const PAGE = 20;
const STEPS = '/api/office/late/steps';
const PEOPLE = '/api/office/people';

/** What was promised and came late, across the whole office, for its head. What experts find is not here and cannot be. */
export function LatePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('latePage.title')} lead={t('latePage.lead')} above={<Link to="/">{t('dash.board')}</Link>}>
      <div className="stack">
        <Months />
        <Steps />
        <People />
      </div>
    </Page>
  );
}

function Months() {
  const { t } = useTranslation();
  const months = useApi<readonly LateMonth[]>('/api/office/late', { every: EVERY.calm });
  return (
    <Section title={t('latePage.counted')} note={t('latePage.countedNote')}>
      <Loaded query={months} rows={4} empty={{ when: (list) => list.length === 0, say: t('latePage.none') }}>
        {(list) => (
          <div className="table-scroll" tabIndex={0} role="region" aria-label={t('latePage.counted')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('latePage.month')}</th>
                  <th scope="col">{t('desk.whoseTurn')}</th>
                  <th scope="col">{t('latePage.promised')}</th>
                  <th scope="col">{t('latePage.late')}</th>
                </tr>
              </thead>
              <tbody>
                {list.map(({ month, owner, promised, late }) => (
                  <tr key={`${month} ${owner}`}>
                    <th scope="row" className="number">
                      {month}
                    </th>
                    <td>{t(`role.${owner}`)}</td>
                    <td className="number">{promised}</td>
                    <td className="number">{late}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Steps() {
  const { t } = useTranslation();
  const local = useLocal();
  const steps = useInfiniteQuery({
    queryKey: [STEPS],
    queryFn: ({ pageParam, signal }) => get<LateStep[]>(`${STEPS}?limit=${PAGE}${pageParam === null ? '' : `&after=${pageParam}`}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: LateStep[]) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
    select: ({ pages }) => pages.flat(),
    refetchInterval: EVERY.calm,
  });
  return (
    <Section title={t('latePage.steps')}>
      <Loaded query={steps} rows={4} empty={{ when: (list) => list.length === 0, say: t('latePage.none') }}>
        {(list) => (
          <ul className="rows">
            {list.map(({ id, checkupId, number, siteName, state, owner, promisedBy, doneAt }) => (
              <li key={id}>
                <Link className="text-link" to={`/checkups/${checkupId}`}>
                  {number}
                </Link>{' '}
                {local(siteName)} <StateTag state={state} /> <span>{t(`role.${owner}`)}</span>
                <div className="small">
                  {t('latePage.promisedBy', { at: beijingMinute(promisedBy) })}{' '}
                  {doneAt ? <span className="muted">{t('latePage.doneAt', { at: beijingMinute(doneAt) })}</span> : <Pill tone="bad">{t('latePage.open')}</Pill>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton query={steps} />
    </Section>
  );
}

interface NewPerson {
  readonly username: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly head?: boolean;
}

function People() {
  const { t } = useTranslation();
  const local = useLocal();
  const people = useApi<readonly OfficePerson[]>(PEOPLE);
  const refresh = useRefresh();
  const [invited, setInvited] = useState<{ readonly username: string; readonly password: string } | null>(null);
  const inviting = useDoing(async (values: NewPerson) => {
    setInvited(await post(PEOPLE, values));
    await refresh(PEOPLE);
  });
  const needed = [{ required: true, message: t('latePage.missing') }];
  return (
    <Section title={t('latePage.people')} note={t('latePage.peopleNote')}>
      <Loaded query={people} rows={2}>
        {(list) => (
          <ul className="rows">
            {list.map(({ id, username, name, head }) => (
              <li key={id}>
                {local(name)} <span className="muted">{username}</span> {head && <Pill tone="accent">{t('latePage.head')}</Pill>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {invited ? (
        <ShownOnce secret={invited.password} label={t('latePage.invited', { username: invited.username })} />
      ) : (
        <Form<NewPerson> layout="vertical" requiredMark={false} onFinish={(values) => void inviting.run(values)}>
          <div className="form-grid">
            <Form.Item name="username" label={t('signIn.username')} rules={needed}>
              <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
            </Form.Item>
            <Form.Item name="nameZh" label={t('person.nameZh')} rules={needed}>
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name="nameEn" label={t('person.nameEn')} rules={needed}>
              <Input autoComplete="off" />
            </Form.Item>
          </div>
          <Form.Item name="head" valuePropName="checked">
            <Checkbox>{t('latePage.makeHead')}</Checkbox>
          </Form.Item>
          <Trouble problem={inviting.problem} />
          <Button htmlType="submit" loading={inviting.busy}>
            {t('latePage.bringIn')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
