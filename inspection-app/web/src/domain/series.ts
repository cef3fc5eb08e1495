import type { Bucket } from '../api/types';

/** One place on the time axis; a null mean is a gap and breaks the line. */
export interface Place {
  readonly at: number;
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

const NOTHING = { mean: null, minimum: null, maximum: null } as const;

function start(bucket: Bucket): number {
  return Date.parse(bucket.from);
}

/** Buckets further apart than one and a half bucket lengths have a gap between them, and a gap stays a gap. */
export function withGaps(buckets: readonly Bucket[], bucketSeconds: number): readonly Place[] {
  const step = bucketSeconds * 1000;
  return buckets.flatMap((bucket, index) => {
    const place: Place = { at: start(bucket), mean: bucket.mean, minimum: bucket.minimum, maximum: bucket.maximum };
    const next = buckets[index + 1];
    const gap = next !== undefined && start(next) - start(bucket) > 1.5 * step;
    return gap ? [place, { at: place.at + step, ...NOTHING }] : [place];
  });
}

export interface MarkSpan {
  readonly mark: string;
  readonly from: number;
  readonly until: number;
}

/** Neighbouring buckets with the same mark other than N become one coloured area. */
export function markSpans(buckets: readonly Bucket[], bucketSeconds: number): readonly MarkSpan[] {
  const step = bucketSeconds * 1000;
  const spans: MarkSpan[] = [];
  for (const bucket of buckets) {
    if (bucket.mark === 'N') continue;
    const from = start(bucket);
    const last = spans.at(-1);
    if (last && last.mark === bucket.mark && from - last.until <= step / 2) {
      spans[spans.length - 1] = { ...last, until: from + step };
    } else {
      spans.push({ mark: bucket.mark, from, until: from + step });
    }
  }
  return spans;
}

/** The eight marks that HJ 212-2017 names; every other one is shown as it came. */
export const KNOWN_MARKS = ['N', 'F', 'M', 'S', 'D', 'C', 'T', 'B'] as const;
export type KnownMark = (typeof KNOWN_MARKS)[number];

export function isKnownMark(mark: string): mark is KnownMark {
  return (KNOWN_MARKS as readonly string[]).includes(mark);
}
