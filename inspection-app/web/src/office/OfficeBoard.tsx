import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCheckups, useCounts, type CheckupCounts, type CheckupFilter } from '../api/checkups';
import { useAccount } from '../api/session';
import type { Checkup, CheckupState, Role } from '../api/types';
import { CheckupActions } from '../checkup/CheckupActions';
import { NextStep } from '../checkup/NextStep';
import { useTeam } from '../checkup/team';
import { isLate } from '../domain/checkup';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { MoreButton } from '../ui/MoreButton';
import { Page, Section } from '../ui/Page';
import { Pill, StateTag } from '../ui/Tags';
import { useNow } from '../ui/hooks';
import { KeptPromises } from './KeptPromises';
import './board.css';

const COLUMNS = {
  incoming: ['Requested'],
  matching: ['Accepted'],
  visiting: ['Scheduled', 'InProgress', 'Paused', 'Closing'],
  done: ['Closed', 'Withdrawn', 'Excluded'],
} as const satisfies Record<string, readonly CheckupState[]>;

type Column = keyof typeof COLUMNS;

const OWNERS: readonly Role[] = ['office', 'expert', 'director', 'gatekeeper'];

/** A service desk: who waits for what since when, what is late first. What experts find is not here and cannot be. */
export function OfficeBoard() {
  const { t } = useTranslation();
  const { head } = useAccount();
  const counts = useCounts();
  const [filter, setFilter] = useState<CheckupFilter>({});
  const late = counts.data ? sum(counts.data, Object.keys(counts.data) as CheckupState[], 'late') : 0;
  return (
    <Page
      title={t('office.title')}
      above={
        <>
          <Link to="/dashboard">{t('dash.open')}</Link>
          {head && (
            <>
              {' · '}
              <Link to="/late">{t('latePage.link')}</Link>
            </>
          )}
        </>
      }
      lead={
        counts.data && (
          <>
            {late > 0 ? <Pill tone="bad">{t('office.late', { count: late })}</Pill> : t('office.noneLate')} <span>{t('office.seal')}</span>
          </>
        )
      }
    >
      <Loaded query={counts} rows={8}>
        {(known) => (
          <>
            <Filters filter={filter} change={setFilter} />
            <div className="board">
              {(Object.keys(COLUMNS) as Column[]).map((column) => (
                <BoardColumn key={column} column={column} count={sum(known, COLUMNS[column], 'all')} filter={filter} />
              ))}
            </div>
            <KeptPromises />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function sum(counts: CheckupCounts, states: readonly CheckupState[], what: 'all' | 'late'): number {
  return states.reduce((total, state) => total + (counts[state]?.[what] ?? 0), 0);
}

function Filters({ filter, change }: { readonly filter: CheckupFilter; readonly change: (filter: CheckupFilter) => void }) {
  const { t } = useTranslation();
  return (
    <div className="tools board-filters" role="search" aria-label={t('desk.filters')}>
      <Checkbox checked={filter.late ?? false} onChange={(event) => change({ ...filter, late: event.target.checked })}>
        {t('desk.onlyLate')}
      </Checkbox>
      <Select<Role>
        aria-label={t('desk.whoseTurn')}
        placeholder={t('desk.whoseTurn')}
        className="board-owner"
        allowClear
        value={filter.owner ?? null}
        onChange={(owner) => change({ ...filter, owner: owner ?? undefined })}
        options={OWNERS.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <Input.Search
        className="board-number"
        allowClear
        aria-label={t('desk.number')}
        placeholder={t('desk.numberHint')}
        onSearch={(number) => change({ ...filter, number })}
      />
    </div>
  );
}

function BoardColumn({ column, count, filter }: { readonly column: Column; readonly count: number; readonly filter: CheckupFilter }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  const states = COLUMNS[column];
  const here = useCheckups({ ...filter, states, order: column === 'done' ? 'newest' : 'due' }, 10_000);
  return (
    <Section plain title={t(`office.column.${column}`, { count })}>
      <Loaded query={here} rows={3}>
        {(list) => (
          <div className="stack">
            {list.length === 0 && <p className="muted board-empty">{t('office.columnEmpty')}</p>}
            {list.map((checkup) => (
              <Card key={checkup.id} checkup={checkup} late={isLate(checkup, now)} />
            ))}
          </div>
        )}
      </Loaded>
      <MoreButton query={here} />
    </Section>
  );
}

function Card({ checkup, late }: { readonly checkup: Checkup; readonly late: boolean }) {
  const { t } = useTranslation();
  const list = useList();
  const local = useLocal();
  const team = useTeam();
  const { appointment } = checkup;
  return (
    <article className={late ? 'card board-card board-card-late' : 'card board-card'} aria-label={checkup.number}>
      <h3>
        <Link to={`/checkups/${checkup.id}`}>{local(checkup.siteName)}</Link>
      </h3>
      <div className="tags">
        <StateTag state={checkup.state} />
        {late && <Pill tone="bad">{t('office.lateOne')}</Pill>}
      </div>
      <p className="small muted">
        <span className="number">{checkup.number}</span> · {list(checkup.outlets.map((outlet) => outlet.code))} ·{' '}
        {list(checkup.topics.map((topic) => t(`topic.${topic}`)))}
      </p>
      {appointment ? (
        <p className="small">
          {beijingMinute(appointment.startsAt)}–{beijingClock(appointment.endsAt)} · {team(appointment.experts)}
        </p>
      ) : (
        <p className="small">{t('checkup.preferred', { days: list(checkup.preferredDays) || '—' })}</p>
      )}
      {checkup.next && <NextStep checkup={checkup} />}
      <CheckupActions checkup={checkup} leaveOut={['visit', 'report']} />
    </article>
  );
}
