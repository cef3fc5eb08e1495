import { describe, expect, it } from 'vitest';
import type { Quarter } from '../api/statistics';
import { meanStars, mostCommon } from './statistics';

const quarter: Quarter = {
  quarter: '2026Q4',
  leastEnterprises: 5,
  omitted: 3,
  items: [
    { item: 'S01', results: [{ result: 'in-order', total: 9, sectors: [] }] },
    { item: 'S06', results: [{ result: 'improvement', total: 6, sectors: [] }, { result: 'in-order', total: 5, sectors: [] }] },
    { item: 'S02', results: [{ result: 'improvement', total: 5, sectors: [] }, { result: 'suspected-problem', total: 5, sectors: [] }] },
  ],
};

describe('statistics', () => {
  it('lead with what was to be improved most often and leave out what was in order', () => {
    expect(mostCommon(quarter)).toEqual([
      { item: 'S02', count: 10, answers: 10 },
      { item: 'S06', count: 6, answers: 11 },
    ]);
  });

  it('have no mean where nobody rated', () => {
    expect(meanStars([0, 0, 0, 0, 0])).toBeNull();
    expect(meanStars([1, 0, 0, 0, 3])).toBe(4);
  });
});
