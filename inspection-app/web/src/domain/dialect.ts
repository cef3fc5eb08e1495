import type { Dialect, DialectProposal } from '../api/loggers';

/** The dialect with what was proposed in its place; a proposal says its value as text. */
export function withProposal(dialect: Dialect, { field, value }: DialectProposal): Dialect {
  if (field === 'tcp' || field === 'backfill') return { ...dialect, [field]: value === 'true' };
  if (field === 'ownFactors') return { ...dialect, ownFactors: { ...dialect.ownFactors, ...readFactors(value) } };
  return { ...dialect, [field]: value };
}

/** One a line: the logger's code, `=`, the standard's. What is not such a line is left out. */
export function readFactors(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/[\n;]/).map((line) => line.split('=').map((part) => part.trim()));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair.every((part) => part !== '')));
}

export function writeFactors(factors: Readonly<Record<string, string>>): string {
  return Object.entries(factors)
    .map(([own, standard]) => `${own}=${standard}`)
    .join('\n');
}
