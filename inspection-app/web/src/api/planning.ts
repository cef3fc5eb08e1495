import type { PlantDays } from './requests';
import type { ExpertName, Local } from './types';

/** GET /api/appointments?from&until (office; Beijing days, both included) */
export interface Arranged {
  readonly checkupId: string;
  readonly number: string;
  readonly state: string;
  readonly siteName: Local;
  readonly experts: readonly ExpertName[];
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Reason {
  readonly rule: string;
  readonly hard: boolean;
  /** Negative ones cost; of a hard rule they count breaches. */
  readonly points: number;
  readonly words: Local;
}

export interface Proposal extends Omit<Arranged, 'state'> {
  /** Others of the enterprise that would be made in the same visit. */
  readonly joined: readonly { readonly id: string; readonly number: string }[];
  readonly possible: boolean;
  readonly points: number;
  /** What the enterprise said of the days to come. */
  readonly plant: readonly PlantDays[];
  readonly reasons: readonly Reason[];
}

/** GET and POST {teamSize} /api/matching (office) */
export interface Matching {
  readonly state: 'idle' | 'searching' | 'failed';
  readonly visits: number;
  readonly breaches: number | null;
  readonly finishedAt: string | null;
  readonly proposals: readonly Proposal[];
}

/** POST /api/matching/confirm {checkupIds} */
export interface Confirmed {
  readonly checkupId: string;
  readonly refusal: Local | null;
}

/** GET /api/experts/{id}/profile (office, the expert) */
export interface Profile {
  readonly id: string;
  readonly name: Local;
  readonly skills: readonly string[];
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly weekdays: readonly number[];
  readonly mostVisitsAWeek: number;
  readonly absences: readonly { readonly id: string; readonly firstDay: string; readonly lastDay: string }[];
  readonly ties: readonly {
    readonly id: string;
    readonly kind: 'work' | 'enforcement';
    readonly organisation: string;
    readonly from: string;
    readonly until: string | null;
  }[];
}

/** GET and POST /api/site-ties (director) */
export interface SiteTies {
  readonly operation: readonly string[];
  readonly vendors: readonly string[];
  readonly competitors: readonly string[];
  /** With what the outlets say. */
  readonly allOperation: readonly string[];
  readonly allVendors: readonly string[];
  /** The plant calendar from today on, wherever it was said. */
  readonly days: readonly PlantDays[];
}
