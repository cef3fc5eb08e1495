import type { AnswerResult, Local } from './types';

/** GET /api/statistics: no filter, newest quarter first. Every total is the sum of its sectors. */
export interface Statistics {
  readonly quarters: readonly Quarter[];
  readonly items: Readonly<Record<string, Local>>;
  /** How often 1, 2, 3, 4 and 5 was given. */
  readonly ratings: readonly { readonly quarter: string; readonly stars: readonly number[] }[];
}

export interface Quarter {
  readonly quarter: string;
  readonly leastEnterprises: number;
  readonly omitted: number;
  readonly items: readonly { readonly item: string; readonly results: readonly ResultCount[] }[];
}

export interface ResultCount {
  readonly result: AnswerResult;
  readonly total: number;
  readonly sectors: readonly { readonly sector: string; readonly count: number }[];
}

/** GET and POST /api/profile (director): what the enterprise is counted as; `unknown` where it does not say. */
export interface Profile {
  readonly sector: string;
  readonly size: 'large' | 'medium' | 'small' | 'unknown';
  readonly province: string;
}
