import { describe, expect, it } from 'vitest';
import { halfOf, mondayOf, movedTo } from './planning';

const morning = { startsAt: '2026-12-02T01:30:00Z', endsAt: '2026-12-02T04:00:00Z' };

describe('the calendar of visits', () => {
  it.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-12-02', '2026-11-30'],
    ['2026-12-06', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
  ])('%s lies in the week of %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('parts the day by Beijing time', () => {
    expect(halfOf('2026-12-02T04:29:00Z')).toBe('morning');
    expect(halfOf('2026-12-02T04:30:00Z')).toBe('afternoon');
  });

  it('keeps the time of a visit that only changes its day', () => {
    expect(movedTo(morning, '2026-12-04')).toEqual({ day: '2026-12-04', from: '09:30', until: '12:00' });
  });

  it('takes the time of the other half', () => {
    expect(movedTo(morning, '2026-12-04', 'afternoon')).toEqual({ day: '2026-12-04', from: '13:30', until: '16:30' });
  });

  it('makes one day of a visit of several', () => {
    expect(movedTo({ ...morning, endsAt: '2026-12-03T04:00:00Z' }, '2026-12-04')).toEqual({ day: '2026-12-04', from: '09:00', until: '12:00' });
  });
});
