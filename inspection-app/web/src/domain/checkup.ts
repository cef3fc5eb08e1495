import type { Checkup, CheckupState, ChecklistItem, Expert } from '../api/types';

/** The way a check-up goes when nobody withdraws it. */
export const WAY: readonly CheckupState[] = ['Requested', 'Accepted', 'Scheduled', 'InProgress', 'Closing', 'Closed'];

/** States in which nothing more is to come. */
const ENDED: ReadonlySet<CheckupState> = new Set(['Closed', 'Withdrawn', 'Excluded']);

export function isOpen(checkup: Checkup): boolean {
  return !ENDED.has(checkup.state);
}

export function isLate(checkup: Checkup, now: Date): boolean {
  const promised = checkup.next?.promisedBy;
  return promised != null && new Date(promised).getTime() < now.getTime();
}

export interface Milestone {
  readonly state: CheckupState;
  readonly at: string | null;
  readonly by: { readonly zh: string; readonly en: string } | null;
  readonly change: Checkup['history'][number]['change'];
}

/** What has happened with its time, and what is still to come without one; a withdrawn check-up has no future. */
export function milestones(checkup: Checkup): readonly Milestone[] {
  const past = checkup.history.map(({ state, at, by, change }) => ({ state, at, by, change }));
  if (ENDED.has(checkup.state)) return past;
  const done = new Set(past.map((step) => step.state));
  const standing = checkup.state === 'Paused' ? 'InProgress' : checkup.state;
  const future = WAY.slice(WAY.indexOf(standing) + 1).filter((state) => !done.has(state));
  return [...past, ...future.map((state) => ({ state, at: null, by: null, change: null }))];
}

/** Bookings of an expert that share any moment with the span; touching ends do not clash. */
export function clashes(expert: Expert, startsAt: string, endsAt: string): Expert['booked'] {
  const from = Date.parse(startsAt);
  const until = Date.parse(endsAt);
  return expert.booked.filter((slot) => Date.parse(slot.startsAt) < until && from < Date.parse(slot.endsAt));
}

export interface Progress {
  readonly answered: number;
  readonly total: number;
}

export function progress(items: readonly ChecklistItem[]): Progress {
  return { answered: items.filter((item) => item.answer !== null).length, total: items.length };
}
