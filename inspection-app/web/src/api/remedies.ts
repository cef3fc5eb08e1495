import type { Local, Topic } from './types';

export const INSTRUMENTS = ['gas', 'dust', 'flow', 'temperature', 'pressure', 'humidity', 'oxygen', 'water', 'logger', 'other'] as const;
export type InstrumentKind = (typeof INSTRUMENTS)[number];

export interface RemedyText {
  readonly topic: Topic;
  readonly instrument: InstrumentKind;
  /** Rule of the self-check or item of the checklist. */
  readonly code: string | null;
  readonly titleZh: string;
  readonly textZh: string;
  readonly titleEn: string;
  readonly textEn: string;
}

/** POST /api/remedies/search (everybody signed in); GET /api/remedies/waiting (expert, office). */
export interface Remedy {
  readonly id: string;
  readonly position: number;
  readonly state: 'proposed' | 'published' | 'declined' | 'withdrawn';
  readonly text: RemedyText;
  readonly month: string | null;
  /** Whoever proposed it does not decide on it. */
  readonly mine: boolean;
}

/** POST /api/checkups/{id}/remedies/look (expert of the visit): what could name somebody. */
export interface FoundName {
  readonly kind: 'name' | 'date' | 'number' | 'place' | 'person';
  readonly text: string;
}

/** GET /api/statistics/like-mine (director). */
export interface LikeMine {
  readonly answer: {
    readonly sector: string;
    readonly quarters: readonly string[];
    readonly leastEnterprises: number;
    readonly items: readonly { readonly item: string; readonly same: number | null; readonly all: number }[];
  };
  readonly titles: Readonly<Record<string, Local>>;
}

/** GET /api/office/dashboard (office): counts of its own service, and what is published. */
export interface Dashboard {
  readonly months: readonly { readonly month: string; readonly requested: number; readonly closed: number; readonly withdrawn: number; readonly completed: number }[];
  readonly states: Readonly<Record<string, number>>;
  readonly clocks: readonly { readonly state: string; readonly owner: string; readonly number: number; readonly late: number; readonly hours: number }[];
  readonly ratings: readonly { readonly quarter: string; readonly stars: readonly number[] }[];
  readonly certificates: { readonly issued: number; readonly revoked: number };
  readonly followUp: readonly {
    readonly quarter: string;
    readonly leastEnterprises: number;
    readonly omitted: number;
    /** null: none, or too few enterprises; the two cannot be told apart. */
    readonly told: Readonly<Record<string, number | null>>;
  }[];
}
