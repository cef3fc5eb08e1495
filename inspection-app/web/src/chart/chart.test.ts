import { describe, expect, it } from 'vitest';
import type { Chart, DriftHistory } from '../api/types';
import { scale } from './axes';
import { driftOption, limitLines } from './drift';
import { palette } from './palette';
import { readingsOption } from './readings';

const name = { zh: '氮氧化物', en: 'NOx' };
const chart: Chart = {
  factor: 'a21002',
  name,
  unit: 'mg/m3',
  permitLimit: 100,
  bucketSeconds: 60,
  buckets: [
    { from: '2026-11-23T16:00:00Z', mean: 10, minimum: 8, maximum: 13, mark: 'N', count: 1 },
    { from: '2026-11-23T16:01:00Z', mean: 11, minimum: 9, maximum: 12, mark: 'C', count: 1 },
    { from: '2026-11-23T16:09:00Z', mean: 12, minimum: 11, maximum: 14, mark: '<b>', count: 1 },
  ],
};
const words = { mean: 'Mean', range: 'Range', limit: 'Limit', mark: (mark: string) => `mark ${mark}` };
const option = readingsOption(chart, words, palette(false)) as unknown as {
  series: { data: [number, number | null][]; markLine?: { data: unknown[] }; markArea?: { data: { xAxis: number }[][] } }[];
  tooltip: { formatter: (params: unknown) => string };
};

describe('the chart of readings', () => {
  it('draws Beijing time', () => {
    expect(new Date(option.series[2]?.data[0]?.[0] ?? 0).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });

  it('keeps gaps in line and band alike', () => {
    for (const series of option.series) expect(series.data.map(([, value]) => value === null)).toEqual([false, false, true, false]);
  });

  it('stacks the height of the band on its minimum', () => {
    expect(option.series[1]?.data.map(([, value]) => value)).toEqual([5, 3, null, 3]);
  });

  it('colours every span whose mark is not N', () => {
    expect(option.series[2]?.markArea?.data).toHaveLength(2);
    expect(option.series[2]?.markLine?.data).toEqual([{ yAxis: 100 }]);
  });

  it('has no limit line where the permit has no limit', () => {
    const free = readingsOption({ ...chart, permitLimit: null }, words, palette(true)) as unknown as typeof option;
    expect(free.series[2]?.markLine).toBeUndefined();
  });

  it('tells a mark as text and never as markup', () => {
    const said = option.tooltip.formatter([{ value: [option.series[2]?.data[3]?.[0], 12] }]);
    expect(said).toContain('2026-11-24 00:09');
    expect(said).toContain('mark &#60;b&#62;');
  });

  it('always keeps the limit in sight', () => {
    expect((option as unknown as { yAxis: { max: number } }).yAxis.max).toBeGreaterThanOrEqual(110);
  });

  it.each([
    [110, 25, 125],
    [13, 5, 15],
    [100, 20, 100],
    [0.3, 0.1, 0.3],
    [0, 0.2, 1],
  ])('an axis up to %d has steps of %d and ends at %d', (top, interval, max) => {
    expect(scale(top).interval).toBeCloseTo(interval);
    expect(scale(top).max).toBeCloseTo(max);
  });
});

describe('the chart of drift', () => {
  const history: DriftHistory = {
    factor: 'a21002',
    name,
    zeroLimit: 2.5,
    spanLimit: 2.5,
    zeroOutOfControl: 5,
    spanOutOfControl: 10,
    checks: [{ at: '2026-11-23T16:00:00Z', level: 'SPAN', gas: 160, before: 184, after: 160, driftPercent: 12 }],
    forecasts: [],
    convention: 'FROM_DETECTION',
    outOfControl: [],
  };
  const driftWords = { zero: 'zero', span: 'span', limit: 'limit', outOfControl: 'out', fullScale: '% FS', forecast: 'trend', interval: 'interval' };

  it('joins equal limits into one line with both names', () => {
    expect(limitLines(history, driftWords).map(({ at, name: said }) => [at, said])).toEqual([
      [2.5, 'zero limit / span limit'],
      [5, 'zero out'],
      [10, 'span out'],
    ]);
  });

  it('has no line for a limit that nobody knows', () => {
    expect(limitLines({ ...history, zeroLimit: null, spanLimit: null }, driftWords)).toHaveLength(2);
  });

  it('shows limits on both sides and every check', () => {
    const drawn = driftOption(history, driftWords, palette(false)) as unknown as { yAxis: { min: number; max: number }; series: { data: unknown[]; markLine?: { data: { yAxis: number }[] } }[] };
    expect(drawn.series[0]?.markLine?.data.map(({ yAxis }) => yAxis)).toEqual([2.5, -2.5, 5, -5, 10, -10]);
    expect(drawn.yAxis.max).toBeGreaterThanOrEqual(12);
    expect(drawn.yAxis.min).toBe(-drawn.yAxis.max);
    expect(drawn.series.map(({ data }) => data.length)).toEqual([0, 1]);
  });

  it('draws a trend with both edges of its interval, and nothing where there is none', () => {
    const trend = {
      level: 'ZERO' as const,
      answer: 'TREND' as const,
      checks: 9,
      limit: 2.5,
      perDay: 0.1,
      significance: 0.01,
      day: '2026-12-01T00:00:00Z',
      earliest: '2026-11-28T00:00:00Z',
      latest: null,
      line: [
        { at: '2026-11-20T00:00:00Z', drift: 1, low: 0.5, high: 1.5 },
        { at: '2026-12-01T00:00:00Z', drift: 2.5, low: 1.8, high: 3.2 },
      ],
    };
    const none = { ...trend, level: 'SPAN' as const, answer: 'NO_TREND' as const, line: [] };
    const drawn = driftOption({ ...history, forecasts: [trend, none] }, driftWords, palette(false)) as unknown as { series: { name: string; data: [number, number][] }[] };
    expect(drawn.series.slice(2).map(({ name: said, data }) => [said, data.map(([, value]) => value)])).toEqual([
      ['zero trend', [1, 2.5]],
      ['zero interval', [0.5, 1.8]],
      ['zero interval', [1.5, 3.2]],
    ]);
  });
});
