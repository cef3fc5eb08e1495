import { beijingClock, beijingDay, plusDays } from './time';

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plusDays(day, -weekday);
}

export type Half = 'morning' | 'afternoon';

export function halfOf(startsAt: string): Half {
  return beijingClock(startsAt) < '12:30' ? 'morning' : 'afternoon';
}

export interface Slot {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

const HALVES: Readonly<Record<Half, Omit<Slot, 'day'>>> = {
  morning: { from: '09:00', until: '12:00' },
  afternoon: { from: '13:30', until: '16:30' },
};

/** Where a visit comes to lie that is put on a day: at its own time, or at that of the other half of the day. */
export function movedTo(visit: { readonly startsAt: string; readonly endsAt: string }, day: string, half: Half = halfOf(visit.startsAt)): Slot {
  const oneDay = beijingDay(visit.startsAt) === beijingDay(visit.endsAt);
  if (half !== halfOf(visit.startsAt) || !oneDay) return { day, ...HALVES[half] };
  return { day, from: beijingClock(visit.startsAt), until: beijingClock(visit.endsAt) };
}
