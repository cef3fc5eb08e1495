import { describe, expect, it } from 'vitest';
import type { HealthDay } from '../api/loggers';
import { palette } from './palette';
import { sheetOption } from './sheet';
import { timingOption } from './timing';

const day = (name: string, received: number, clock: HealthDay['clock']): HealthDay => ({
  day: name,
  received,
  stored: received - 2,
  noted: 1,
  duplicate: 0,
  refused: 1,
  refusals: [],
  resent: 0,
  fetched: 0,
  sentLater: 0,
  outOfOrder: 0,
  latency: null,
  clock,
});
const newestFirst = [day('2026-11-24', 12, { mean: -2.504, least: -5, most: 1, frames: 9 }), day('2026-11-23', 10, null)];

describe('the chart of the sheet', () => {
  const option = sheetOption(newestFirst, { stored: 'a', noted: 'b', duplicate: 'c', refused: 'd' }, palette(false)) as unknown as {
    xAxis: { data: string[] };
    series: { stack: string; data: number[] }[];
  };

  it('goes from the oldest day to today', () => {
    expect(option.xAxis.data).toEqual(['11-23', '11-24']);
  });

  it('stacks columns as high as what was received', () => {
    expect(new Set(option.series.map(({ stack }) => stack)).size).toBe(1);
    expect([0, 1].map((at) => option.series.reduce((sum, { data }) => sum + (data[at] ?? 0), 0))).toEqual([10, 12]);
  });
});

describe('the chart of times', () => {
  it('keeps a day without a number as a gap, and slow clocks below zero', () => {
    const option = timingOption(newestFirst, ({ clock }) => clock, { mean: 'mean', most: 'most', least: 'least', seconds: 's' }, palette(true)) as unknown as {
      series: { data: (number | null)[]; connectNulls: boolean }[];
    };
    expect(option.series.map(({ data }) => data)).toEqual([[null, 1], [null, -2.5], [null, -5]]);
    expect(option.series.every(({ connectNulls }) => !connectNulls)).toBe(true);
  });
});
