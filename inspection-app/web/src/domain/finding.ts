import type { Finding, SelfCheckCounts } from '../api/types';

/** What a finding asks of the reader; a hint never counts as a finding, whatever its outcome, nor does a suspected problem. */
export type Call = 'improvement' | 'suspected' | 'hint' | 'cannot-tell' | 'met' | 'not-screened' | 'not-applicable';

export const CALLS: readonly Call[] = ['improvement', 'suspected', 'hint', 'cannot-tell', 'met', 'not-screened', 'not-applicable'];

export function callOf(finding: Pick<Finding, 'outcome' | 'weight' | 'kind'>): Call {
  if (finding.kind === 'suspected' && finding.outcome === 'cannot-tell') return 'not-screened';
  if (finding.outcome !== 'not-met') return finding.outcome;
  if (finding.kind === 'suspected') return 'suspected';
  return finding.weight === 'hint' ? 'hint' : 'improvement';
}

export function counted(check: SelfCheckCounts): Readonly<Record<Call, number>> {
  const counts: Record<Call, number> = { improvement: 0, suspected: 0, hint: 0, 'cannot-tell': 0, met: 0, 'not-screened': 0, 'not-applicable': 0 };
  for (const sort of check.counts) counts[callOf(sort)] += sort.number;
  return counts;
}

/** What asks for something comes first; within one call the server's order stays. */
export function byUrgency(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => CALLS.indexOf(callOf(a)) - CALLS.indexOf(callOf(b)));
}
