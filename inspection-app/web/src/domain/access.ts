import type { AccessEntry } from '../api/access';
import { beijingDay } from './time';

/** What the platform does by itself, which opens nothing. */
const HOUSEKEEPING: readonly string[] = ['key-destroyed', 'key-ended', 'policy-changed', 'report-written'];

/** Steps of gatekeepers, who decide without opening anything. */
const DECIDING: readonly string[] = ['gate-voted', 'visit-resumed', 'visit-excluded'];

/** By the director of this enterprise; another enterprise's has another word in the record. */
export function isOwn({ role }: AccessEntry): boolean {
  return role === 'director';
}

export function isRefused({ what }: AccessEntry): boolean {
  return what === 'refused';
}

/** Somebody who is neither of the enterprise nor its expert opened, wrote or took something. */
export function isOutsider(entry: AccessEntry): boolean {
  if (isRefused(entry) || isOwn(entry) || entry.role === 'expert') return false;
  if (entry.role === 'gatekeeper') return !DECIDING.includes(entry.what);
  return !(entry.role === 'platform' && HOUSEKEEPING.includes(entry.what));
}

/** Entries of the enterprise itself that follow one another are one fold; the others stand each for itself. */
export interface Line {
  readonly own: boolean;
  readonly entries: readonly AccessEntry[];
}

export interface Day {
  readonly day: string;
  readonly lines: readonly Line[];
}

/** The record by Beijing days, in its order. `pointed` entries are not folded: they are what one has to see. */
export function byDay(entries: readonly AccessEntry[], pointed: (entry: AccessEntry) => boolean): readonly Day[] {
  const days: { day: string; lines: { own: boolean; entries: AccessEntry[] }[] }[] = [];
  for (const entry of entries) {
    const day = beijingDay(entry.at);
    if (days.at(-1)?.day !== day) days.push({ day, lines: [] });
    const lines = days.at(-1)!.lines;
    const own = isOwn(entry) && !pointed(entry);
    const last = lines.at(-1);
    if (own && last?.own) last.entries.push(entry);
    else lines.push({ own, entries: [entry] });
  }
  return days;
}
