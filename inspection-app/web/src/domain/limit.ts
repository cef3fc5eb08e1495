import type { LatestValue } from '../api/types';

export type Standing = 'within' | 'near' | 'above' | 'no-limit' | 'no-number';

/** From this share of the permit limit on a value is shown as near it. A matter of display, no rule says so. */
export const NEAR = 0.8;

/** Permits limit the value converted to the reference oxygen where there is one. */
export function limited(value: LatestValue): number | null {
  return value.converted ?? value.value;
}

export function standing(value: LatestValue): Standing {
  const number = limited(value);
  if (number === null) return 'no-number';
  if (value.permitLimit === null || value.permitLimit <= 0) return 'no-limit';
  if (number > value.permitLimit) return 'above';
  return number >= NEAR * value.permitLimit ? 'near' : 'within';
}

export interface LimitBar {
  /** Width of the value, in per cent of the bar. */
  readonly value: number;
  /** Where the limit stands, in per cent of the bar. */
  readonly limit: number;
}

/** The bar ends at 125 % of the limit, so that the limit has a place and a value above it can be seen. */
export function limitBar(value: LatestValue): LimitBar | null {
  const number = limited(value);
  if (number === null || value.permitLimit === null || value.permitLimit <= 0) return null;
  const share = (number / (value.permitLimit * 1.25)) * 100;
  return { value: Math.max(0, Math.min(100, share)), limit: 80 };
}
