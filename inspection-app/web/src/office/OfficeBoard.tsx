import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '../api/query';
import type { Checkup, CheckupState } from '../api/types';
import { CheckupActions } from '../checkup/CheckupActions';
import { NextStep } from '../checkup/NextStep';
import { useTeam } from '../checkup/team';
import { isLate } from '../domain/checkup';
import { beijingClock, beijingMinute } from '../domain/time';
import { useList, useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';
import { Page, Section } from '../ui/Page';
import { Pill, StateTag } from '../ui/Tags';
import { useNow } from '../ui/hooks';

const COLUMNS = {
  incoming: ['Requested'],
  matching: ['Accepted'],
  visiting: ['Scheduled', 'InProgress', 'Paused', 'Closing'],
  done: ['Closed', 'Withdrawn', 'Excluded'],
} as const satisfies Record<string, readonly CheckupState[]>;

/** A service desk: who waits for what since when. What experts find is not here and cannot be. */
export function OfficeBoard() {
  const { t } = useTranslation();
  const checkups = useApi<Checkup[]>('/api/checkups', { every: 10_000 });
  const now = useNow(30_000);
  const late = checkups.data?.filter((checkup) => isLate(checkup, now)).length ?? 0;
  return (
    <Page
      title={t('office.title')}
      lead={
        checkups.data && (
          <>
            {late > 0 ? <Pill tone="bad">{t('office.late', { count: late })}</Pill> : t('office.noneLate')} <span>{t('office.seal')}</span>
          </>
        )
      }
    >
      <Loaded query={checkups} rows={8} empty={{ when: (list) => list.length === 0, say: t('office.none') }}>
        {(list) => (
          <div className="board">
            {(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((column) => {
              const states: readonly CheckupState[] = COLUMNS[column];
              const here = list.filter((checkup) => states.includes(checkup.state));
              return (
                <Section key={column} plain title={t(`office.column.${column}`, { count: here.length })}>
                  <div className="stack">
                    {here.length === 0 && <p className="muted board-empty">{t('office.columnEmpty')}</p>}
                    {here.map((checkup) => (
                      <Card key={checkup.id} checkup={checkup} late={isLate(checkup, now)} />
                    ))}
                  </div>
                </Section>
              );
            })}
          </div>
        )}
      </Loaded>
    </Page>
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
