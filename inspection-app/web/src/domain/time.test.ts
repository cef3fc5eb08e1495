import { describe, expect, it } from 'vitest';
import { beijingDay, beijingMinute, beijingSecond, countdown, drawnAt, instantDrawnAt, instantOf, plusDays, spans } from './time';

describe('Beijing time', () => {
  it('is shown whatever the zone of the machine', () => {
    expect(beijingSecond('2026-11-23T16:05:09Z')).toBe('2026-11-24 00:05:09');
    expect(beijingMinute('2026-11-23T15:59:59.999Z')).toBe('2026-11-23 23:59');
    expect(beijingDay('2026-12-31T16:00:00Z')).toBe('2027-01-01');
  });

  it('is what people type', () => {
    expect(instantOf('2026-11-24', '09:30')).toBe('2026-11-24T01:30:00.000Z');
  });

  it('comes back from a chart that draws UTC', () => {
    expect(new Date(drawnAt('2026-11-23T16:00:00Z')).toISOString()).toBe('2026-11-24T00:00:00.000Z');
    expect(instantDrawnAt(drawnAt('2026-11-23T16:00:00Z')).toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it('counts calendar days over the ends of months and years', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('durations', () => {
  it.each([
    [0, [{ unit: 'second', count: 0 }]],
    [59_999, [{ unit: 'second', count: 59 }]],
    [60_000, [{ unit: 'minute', count: 1 }]],
    [3_660_000, [{ unit: 'hour', count: 1 }, { unit: 'minute', count: 1 }]],
    [2 * 86_400_000 + 3 * 3_600_000 + 5, [{ unit: 'day', count: 2 }, { unit: 'hour', count: 3 }]],
    [86_400_000, [{ unit: 'day', count: 1 }]],
  ])('%d ms in at most two units', (milliseconds, expected) => {
    expect(spans(milliseconds)).toEqual(expected);
  });

  it('a promise is late only after its moment', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(countdown('2026-11-23T10:00:00Z', now).late).toBe(false);
    expect(countdown('2026-11-23T09:59:59.999Z', now).late).toBe(true);
    expect(countdown('2026-11-23T08:00:00Z', now).spans).toEqual([{ unit: 'hour', count: 2 }]);
  });
});
