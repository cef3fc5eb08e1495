import { describe, expect, it } from 'vitest';
import type { LatestValue } from '../api/types';
import { limitBar, standing } from './limit';
import { percent, shown } from './number';

function value(over: Partial<LatestValue>): LatestValue {
  const name = { zh: '氮氧化物', en: 'NOx' };
  const at = '2026-11-23T00:00:00Z';
  return { factor: 'a21002', name, unit: 'mg/m3', value: 50, converted: null, permitLimit: 100, mark: 'N', kind: 'REAL_TIME', measuredAt: at, receivedAt: at, ...over };
}

describe('a value against its limit', () => {
  it.each([
    [{ value: 79.9 }, 'within'],
    [{ value: 80 }, 'near'],
    [{ value: 100 }, 'near'],
    [{ value: 100.1 }, 'above'],
    [{ value: 50, converted: 120 }, 'above'],
    [{ value: null }, 'no-number'],
    [{ permitLimit: null }, 'no-limit'],
  ] as const)('%o is %s', (over, expected) => {
    expect(standing(value(over))).toBe(expected);
  });

  it('draws the limit at four fifths and never beyond the bar', () => {
    expect(limitBar(value({ value: 100 }))).toEqual({ value: 80, limit: 80 });
    expect(limitBar(value({ value: 900 }))?.value).toBe(100);
    expect(limitBar(value({ value: -3 }))?.value).toBe(0);
    expect(limitBar(value({ permitLimit: null }))).toBeNull();
  });
});

describe('numbers', () => {
  it('carry at most four digits after the point and no noise', () => {
    expect(shown(12.345678)).toBe('12.3457');
    expect(shown(-0.00001)).toBe('0');
    expect(shown(12000)).toBe('12000');
  });

  it('a share is rounded down, so that 100 % means whole', () => {
    expect(percent(43_199, 43_200)).toBe(99.9);
    expect(percent(43_300, 43_200)).toBe(100);
    expect(percent(0, 0)).toBe(0);
  });
});
