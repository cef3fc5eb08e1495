import type { Local } from './types';

/** GET /api/checkups/{id}/slip: what is shown at the gate; never what was found. */
export interface Slip {
  readonly type: 'service';
  readonly number: string;
  /** Numbers of the other check-ups that are made in the same visit. */
  readonly joined: readonly string[];
  readonly enterprise: Local;
  readonly organiser: Local;
  readonly persons: readonly Visitor[];
  readonly plannedFrom: string;
  readonly plannedUntil: string;
  /** For the code; null once the visit is called off. */
  readonly token: string | null;
}

export interface Visitor {
  readonly id: string;
  readonly name: Local;
  /** In order of time. */
  readonly passages: readonly Passage[];
}

export type Direction = 'in' | 'out';

export interface Passage {
  readonly id: string;
  readonly direction: Direction;
  readonly at: string;
  readonly by: Local;
}

/** POST /api/entry {token}: without a sign-in; nothing but the state of a slip that is void. */
export interface GateTold {
  readonly state: 'valid' | 'not-today' | 'void';
  readonly number: string | null;
  readonly enterprise: Local | null;
  readonly organiser: Local | null;
  readonly persons: readonly Local[];
  readonly plannedFrom: string | null;
  readonly plannedUntil: string | null;
}

/** GET /api/entries?from=&until=: for the office and its entry-code system. */
export interface Entry {
  readonly type: 'service';
  readonly number: string;
  readonly enterprise: Local;
  readonly organiser: Local;
  readonly persons: readonly { readonly name: Local; readonly enteredAt: string | null; readonly leftAt: string | null }[];
  readonly plannedFrom: string;
  readonly plannedUntil: string;
  readonly calledOff: boolean;
}
