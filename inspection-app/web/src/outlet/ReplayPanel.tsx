import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../api/query';
import type { Move, OutletDetail, Replay, Verdict } from '../api/types';
import { useLocal } from '../i18n';
import { Loaded } from '../ui/Loaded';

/** The same span by the limits of another day: which verdicts move, and why. */
export function ReplayPanel({ outlet }: { readonly outlet: OutletDetail }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState<string>();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (day !== '') setAsked(day);
  };
  return (
    <details className="quiet replay">
      <summary>{t('rejudge.title')}</summary>
      <p className="muted small">{t('rejudge.note')}</p>
      <form className="tools" onSubmit={ask}>
        <label>
          {t('rejudge.day')} <input type="date" value={day} onChange={(event) => setDay(event.target.value)} required />
        </label>
        <button type="submit">{t('rejudge.judge')}</button>
      </form>
      {asked !== undefined && <Moves outletId={outlet.id} day={asked} />}
    </details>
  );
}

function Moves({ outletId, day }: { readonly outletId: number; readonly day: string }) {
  const { t } = useTranslation();
  const replay = useApi<Replay>(`/api/outlets/${outletId}/replay?at=${encodeURIComponent(day)}`);
  return (
    <Loaded query={replay} rows={3}>
      {({ moves, same }) => (
        <>
          <p>{t('rejudge.counts', { moves: moves.length, same })}</p>
          <ul className="moves">
            {moves.map((move) => (
              <li key={(move.after ?? move.before)?.code}>
                <MoveLine move={move} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

function MoveLine({ move }: { readonly move: Move }) {
  const { t } = useTranslation();
  const local = useLocal();
  const word = (verdict: Verdict | null) => (verdict ? t(`rejudge.outcome.${verdict.outcome}`) : t('rejudge.outcome.none'));
  return (
    <>
      <strong>{local(move.title)}</strong>
      {move.factorName && <span className="muted"> · {local(move.factorName)}</span>}: {word(move.before)} → {word(move.after)}
      <br />
      <span className="muted small">{local(move.why)}</span>
    </>
  );
}
