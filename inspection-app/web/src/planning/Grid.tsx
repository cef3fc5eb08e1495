import { type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arranged, Proposal } from '../api/planning';
import type { Expert } from '../api/types';
import { useTeam } from '../checkup/team';
import { halfOf, movedTo, type Half } from '../domain/planning';
import { beijingClock, beijingDay } from '../domain/time';
import { useLanguage, useLocal } from '../i18n';
import { usePhone } from '../ui/hooks';
import type { Moving } from './CalendarPage';

export type View = 'day' | 'week' | 'expert';

interface GridProps {
  readonly view: View;
  readonly days: readonly string[];
  readonly visits: readonly Arranged[];
  readonly proposals: readonly Proposal[];
  readonly experts: readonly Expert[];
  readonly move: (moving: Moving) => void;
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly half?: Half;
  readonly holds: (visit: Arranged | Proposal) => boolean;
}

/** Days beside each other, halves of a day or experts below each other; on a phone, one day after the other. */
export function Grid(props: GridProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const rows = useRows(props);
  const { days } = props;
  if (phone) {
    return (
      <div className="stack">
        {days.map((day) => (
          <section key={day} className="section card" aria-label={day}>
            <DayName day={day} />
            {rows.map((row) => (
              <Cell key={row.key} {...props} day={day} row={row} named />
            ))}
          </section>
        ))}
      </div>
    );
  }
  return (
    <div className="scrolls" role="group" tabIndex={0} aria-label={t('planning.title')}>
      <table className="planning-grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-words">{t('planning.view')}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col">
                <DayName day={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {days.map((day) => (
                <td key={day} onDragOver={(event) => event.preventDefault()} onDrop={dropping(props, day, row)}>
                  <Cell {...props} day={day} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useRows({ view, experts }: GridProps): readonly Row[] {
  const { t } = useTranslation();
  const local = useLocal();
  if (view === 'expert') {
    return experts.map((expert) => ({
      key: expert.id,
      name: local(expert.name),
      holds: (visit) => visit.experts.some(({ id }) => id === expert.id),
    }));
  }
  return (['morning', 'afternoon'] as const).map((half) => ({
    key: half,
    half,
    name: t(`planning.half.${half}`),
    holds: (visit) => halfOf(visit.startsAt) === half,
  }));
}

function DayName({ day }: { readonly day: string }) {
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return (
    <strong className="number">
      {day.slice(5)} {weekday}
    </strong>
  );
}

/** All of a cell takes what is dropped, also where nothing stands in it yet. */
function dropping({ visits, proposals, move }: GridProps, day: string, { half }: Row) {
  return (event: DragEvent) => {
    event.preventDefault();
    const id = event.dataTransfer.getData('text/plain');
    const visit = [...visits, ...proposals].find(({ checkupId }) => checkupId === id);
    if (visit) move({ checkupId: id, at: movedTo(visit, day, half) });
  };
}

type CellProps = GridProps & { readonly day: string; readonly row: Row; readonly named?: boolean };

function Cell({ visits, proposals, move, day, row, named = false }: CellProps) {
  const here = (visit: Arranged | Proposal) => beijingDay(visit.startsAt) === day && row.holds(visit);
  const arranged = visits.filter(here);
  const proposed = proposals.filter(here);
  if (named && arranged.length + proposed.length === 0) return null;
  return (
    <div className="planning-cell">
      {named && <p className="small muted">{row.name}</p>}
      {arranged.map((visit) => (
        <Visit key={visit.checkupId} visit={visit} movable={visit.state === 'Scheduled'} move={move} />
      ))}
      {proposed.map((visit) => (
        <Visit key={visit.checkupId} visit={visit} movable proposed move={move} />
      ))}
    </div>
  );
}

interface VisitProps {
  readonly visit: Arranged | Proposal;
  readonly movable: boolean;
  readonly proposed?: boolean;
  readonly move: (moving: Moving) => void;
}

function Visit({ visit, movable, proposed = false, move }: VisitProps) {
  const { t } = useTranslation();
  const local = useLocal();
  const team = useTeam();
  const words: ReactNode = (
    <>
      <span className="number">
        {beijingClock(visit.startsAt)}–{beijingClock(visit.endsAt)}
      </span>{' '}
      {proposed && <em>{t('planning.proposed')}</em>}
      <strong>{local(visit.siteName)}</strong>
      <span className="small">{team(visit.experts)}</span>
    </>
  );
  if (!movable) return <div className="planning-visit planning-fixed">{words}</div>;
  return (
    <button
      type="button"
      draggable
      className={proposed ? 'planning-visit planning-proposed' : 'planning-visit'}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', visit.checkupId)}
      onClick={() => move({ checkupId: visit.checkupId, at: movedTo(visit, beijingDay(visit.startsAt)) })}
    >
      {words}
    </button>
  );
}
