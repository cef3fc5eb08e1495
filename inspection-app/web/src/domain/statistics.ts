import type { Quarter } from '../api/statistics';

export interface Common {
  readonly item: string;
  /** Improvements and suspected problems. */
  readonly count: number;
  readonly answers: number;
}

/** What was found to be improved most often, first; only items for which anything is told. */
export function mostCommon(quarter: Quarter): readonly Common[] {
  return quarter.items
    .map(({ item, results }) => ({
      item,
      count: sum(results.filter(({ result }) => result === 'improvement' || result === 'suspected-problem').map(({ total }) => total)),
      answers: sum(results.map(({ total }) => total)),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1));
}

/** Mean of how often 1 to 5 was given; null for none. */
export function meanStars(stars: readonly number[]): number | null {
  const given = sum(stars);
  return given === 0 ? null : sum(stars.map((number, index) => number * (index + 1))) / given;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
