import { FileAddOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { get } from '../api/client';
import { PROGRAMMES, type Programme } from '../api/requests';
import { useAccount } from '../api/session';
import { useList, useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { MoreButton } from '../ui/MoreButton';
import { Page } from '../ui/Page';
import { ProgrammeCard } from './ProgrammeCard';
import { ProgrammeState } from './ProgrammeState';

const PAGE = 20;

type State = Programme['state'] | 'all';

/** The office's programmes; for a director those that fit. */
export function ProgrammesPage() {
  const { t } = useTranslation();
  const { role } = useAccount();
  const navigate = useNavigate();
  const office = role === 'office';
  const [state, setState] = useState<State>('all');
  const programmes = useProgrammes(office && state !== 'all' ? state : null);
  return (
    <Page
      title={t(office ? 'programme.title' : 'programme.forYou')}
      lead={t(office ? 'programme.lead' : 'programme.forYouNote')}
      actions={
        office && (
          <Button type="primary" size="large" icon={<FileAddOutlined />} onClick={() => void navigate('/programmes/new')}>
            {t('programme.new')}
          </Button>
        )
      }
    >
      <div className="stack">
        {office && (
          <div>
            <Segmented<State>
              aria-label={t('desk.filters')}
              value={state}
              onChange={setState}
              options={[
                { value: 'all', label: t('programme.all') },
                ...(['Draft', 'Published', 'Ended'] as const).map((value) => ({ value, label: t(`programme.state.${value}`) })),
              ]}
            />
          </div>
        )}
        <Loaded query={programmes} empty={{ when: (list) => list.length === 0, say: t(office ? 'programme.none' : 'programme.noneForYou') }}>
          {(list) => <>{list.map((programme) => (office ? <OfficeLine key={programme.id} programme={programme} /> : <ProgrammeCard key={programme.id} programme={programme} />))}</>}
        </Loaded>
        <MoreButton query={programmes} />
      </div>
    </Page>
  );
}

function useProgrammes(state: Programme['state'] | null) {
  const path = `${PROGRAMMES}?limit=${PAGE}${state ? `&state=${state}` : ''}`;
  return useInfiniteQuery({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) => get<Programme[]>(pageParam === null ? path : `${path}&after=${pageParam}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Programme[]) => (page.length === PAGE ? (page.at(-1)?.id ?? null) : null),
    select: ({ pages }) => pages.flat(),
  });
}

function OfficeLine({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const { id, number, title, topics, startsOn, endsOn, state, counts } = programme;
  return (
    <article className="card" aria-label={local(title)}>
      <h2 className="card-title">
        <Link to={`/programmes/${id}`}>{local(title)}</Link> <ProgrammeState state={state} />
      </h2>
      <p className="small muted">
        <span className="number">{number}</span> · {list(topics.map((topic) => t(`topic.${topic}`)))} ·{' '}
        <span className="number">{t('checkup.fromUntil', { from: startsOn, until: endsOn })}</span>
      </p>
      {counts && state !== 'Draft' && <p>{t('programme.counts', { told: counts.told, requests: counts.requests })}</p>}
    </article>
  );
}
