import { describe, expect, it } from 'vitest';
import type { Bucket } from '../api/types';
import { markSpans, withGaps } from './series';

const START = Date.parse('2026-11-23T00:00:00Z');
const MINUTE = 60_000;

function bucket(minute: number, mark = 'N', mean: number | null = 1): Bucket {
  return { from: new Date(START + minute * MINUTE).toISOString(), mean, minimum: mean, maximum: mean, mark, count: 1 };
}

describe('gaps', () => {
  it('break the line right after the last bucket before them', () => {
    const places = withGaps([bucket(0), bucket(1), bucket(5)], 60);
    expect(places.map((place) => [(place.at - START) / MINUTE, place.mean])).toEqual([
      [0, 1],
      [1, 1],
      [2, null],
      [5, 1],
    ]);
  });

  it('are no gaps at one and a half bucket lengths', () => {
    const late: Bucket = { ...bucket(0), from: new Date(START + 1.5 * MINUTE).toISOString() };
    expect(withGaps([bucket(0), late], 60)).toHaveLength(2);
  });

  it('a bucket without a number stays without one', () => {
    expect(withGaps([bucket(0, 'B', null)], 60)[0]?.mean).toBeNull();
  });

  it('nothing stays nothing', () => {
    expect(withGaps([], 60)).toEqual([]);
  });
});

describe('areas of marks', () => {
  it('join neighbours of one mark and leave the normal ones out', () => {
    const spans = markSpans([bucket(0), bucket(1, 'C'), bucket(2, 'C'), bucket(3, 'M'), bucket(4), bucket(5, 'M')], 60);
    expect(spans.map(({ mark, from, until }) => [mark, (from - START) / MINUTE, (until - START) / MINUTE])).toEqual([
      ['C', 1, 3],
      ['M', 3, 4],
      ['M', 5, 6],
    ]);
  });

  it('do not reach over a gap', () => {
    expect(markSpans([bucket(0, 'D'), bucket(9, 'D')], 60)).toHaveLength(2);
  });
});
