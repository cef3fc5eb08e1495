import type { Checkup, Local } from '../api/types';

/** What an entry-code system (扫码入企) is given of a visit: that, who and when; never what was found. */
export interface EntrySlip {
  readonly type: 'service';
  readonly number: string;
  readonly enterprise: Local;
  readonly persons: readonly Local[];
  readonly plannedFrom: string;
  readonly plannedUntil: string;
  /** When the visit began and when its closing meeting was; null until then. */
  readonly enteredAt: string | null;
  readonly leftAt: string | null;
}

/** null without an appointment: nobody enters. */
export function entrySlip(checkup: Checkup): EntrySlip | null {
  const { appointment, history } = checkup;
  if (!appointment) return null;
  const first = (state: Checkup['state']) => history.find((step) => step.state === state)?.at ?? null;
  return {
    type: 'service',
    number: checkup.number,
    enterprise: checkup.siteName,
    persons: appointment.experts.map((expert) => expert.name),
    plannedFrom: appointment.startsAt,
    plannedUntil: appointment.endsAt,
    enteredAt: first('InProgress'),
    leftAt: first('Closing') ?? first('Excluded'),
  };
}
