export type Range = 'day' | 'week' | 'month';
export const RANGES: readonly Range[] = ['day', 'week', 'month'];

const DAYS: Record<Range, number> = { day: 1, week: 7, month: 30 };

/** About as many buckets as a desktop chart has pixels to tell apart. */
const BUCKETS = 480;

/** Minute data over the last days; the end is rounded up to a whole minute so that the path, its name in the cache, is stable. */
export function chartPath(outletId: number, factor: string, range: Range, now: Date): string {
  const until = Math.ceil(now.getTime() / 60_000) * 60_000;
  return stretchPath(outletId, factor, new Date(until - DAYS[range] * 86_400_000).toISOString(), new Date(until).toISOString());
}

/** Minute data between two moments. */
export function stretchPath(outletId: number, factor: string, from: string, until: string): string {
  const query = new URLSearchParams({
    factor,
    kind: 'MINUTE',
    from,
    until,
    buckets: String(BUCKETS),
  });
  return `/api/outlets/${outletId}/chart?${query.toString()}`;
}
