import { useTranslation } from 'react-i18next';
import type { AccessEntry } from '../api/access';
import { byDay, isOutsider, isRefused, type Line } from '../domain/access';
import type { Misfit } from '../domain/record';
import { beijingClock, beijingSecond } from '../domain/time';
import { useLocal } from '../i18n';
import { Pill } from '../ui/Tags';
import { useWords } from './words';

interface Props {
  readonly entries: readonly AccessEntry[];
  readonly misfits: readonly Misfit[];
}

/** The record by days. What the enterprise did itself is folded; the place that the check points at never is. */
export function Days({ entries, misfits }: Props) {
  const pointed = (entry: AccessEntry) => isPointed(entry, misfits);
  return (
    <>
      {byDay(entries, pointed).map(({ day, lines }) => (
        <section key={`${day} ${lines[0]?.entries[0]?.position}`} className="record-day" aria-label={day}>
          <h3 className="number">{day}</h3>
          <ol className="record-lines">
            {lines.map((line) => (
              <li key={line.entries[0]?.position}>{line.own && line.entries.length > 1 ? <Fold line={line} /> : line.entries.map((entry) => <Sentence key={entry.position} entry={entry} pointed={pointed(entry)} />)}</li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** The first entry that does not fit; of missing ones, the first after them. */
function isPointed({ position }: AccessEntry, misfits: readonly Misfit[]): boolean {
  const first = misfits.find(({ kind }) => !kind.startsWith('head') && kind !== 'proof' && kind !== 'key');
  if (!first) return false;
  return first.kind === 'missing' ? position === first.until + 1 : position === first.from;
}

function Fold({ line: { entries } }: { readonly line: Line }) {
  const { t } = useTranslation();
  const first = entries[0];
  const last = entries.at(-1);
  return (
    <details>
      <summary>{first && last && t('record.ownFold', { count: entries.length, from: beijingClock(first.at), until: beijingClock(last.at) })}</summary>
      {entries.map((entry) => (
        <Sentence key={entry.position} entry={entry} pointed={false} />
      ))}
    </details>
  );
}

/** Names stand as text, kept apart from what surrounds them, whatever letters they are made of. */
function Sentence({ entry, pointed }: { readonly entry: AccessEntry; readonly pointed: boolean }) {
  const { t } = useTranslation();
  const local = useLocal();
  const words = useWords();
  const tone = pointed ? 'pointed' : isOutsider(entry) ? 'outsider' : isRefused(entry) ? 'refused' : 'plain';
  return (
    <div id={`entry-${entry.position}`} className={`record-line record-${tone}`}>
      <time className="number muted" dateTime={entry.at}>
        {beijingSecond(entry.at).slice(11)}
      </time>
      <span>
        <strong>
          <bdi>{local(entry.by)}</bdi>
        </strong>
        <span className="muted">{t('record.who', { role: words.role(entry.role), origin: words.origin(entry.origin) })}</span>
        {words.what(entry.what)}
        <span className="muted small record-why">
          {words.why(entry.why)} · {t('record.number', { position: entry.position })}
        </span>
        {pointed && <Pill tone="bad">{t('record.pointed')}</Pill>}
      </span>
    </div>
  );
}
