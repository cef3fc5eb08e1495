/** Fewer pairs than this say nothing about a spread; the server asks for the same. */
export const FEWEST_PAIRS = 3;

export interface Pair {
  readonly reference: number;
  readonly monitor: number;
}

export type PairsReading =
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'bad-line'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-few'; readonly count: number };

/**
 * Two columns pasted from a spreadsheet: reference method, then monitor. Columns may be parted by tabs, spaces,
 * commas or semicolons; a heading line without any digit is skipped; full-width digits are understood.
 */
export function readPairs(text: string): PairsReading {
  const pairs: Pair[] = [];
  for (const [index, raw] of text.normalize('NFKC').split(/\r?\n/).entries()) {
    const row = raw.trim();
    if (row === '' || (pairs.length === 0 && !/\d/.test(row))) continue;
    const pair = pairOf(row);
    if (!pair) return { kind: 'bad-line', line: index + 1, text: row };
    pairs.push(pair);
  }
  return pairs.length < FEWEST_PAIRS ? { kind: 'too-few', count: pairs.length } : { kind: 'pairs', pairs };
}

function pairOf(row: string): Pair | null {
  const cells = row.split(/[\t,;、\s]+/).filter((cell) => cell !== '');
  const [reference, monitor] = cells.map(Number);
  if (cells.length !== 2 || reference === undefined || monitor === undefined) return null;
  if (!Number.isFinite(reference) || !Number.isFinite(monitor) || reference <= 0 || monitor < 0) return null;
  return { reference, monitor };
}
