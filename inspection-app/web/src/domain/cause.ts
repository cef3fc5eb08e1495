import type { Cause, Finding, SelfCheck, Stretch } from '../api/types';

/** A cause with its findings instead of their codes. */
export interface FullCause {
  readonly head: Finding;
  readonly also: readonly Finding[];
  readonly held: readonly Finding[];
  readonly checkFirst: boolean;
}

export function causesOf({ findings, items = [] }: Pick<SelfCheck, 'findings' | 'items'>): readonly FullCause[] {
  const byCode = new Map(findings.map((finding) => [finding.code, finding]));
  const all = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
  return items.flatMap((cause: Cause) => {
    const head = byCode.get(cause.code);
    return head ? [{ head, also: all(cause.also), held: all(cause.held), checkFirst: cause.checkFirst }] : [];
  });
}

/** What no cause speaks of: it is met, or nothing can be said of it. */
export function restOf(selfCheck: Pick<SelfCheck, 'findings' | 'items'>): readonly Finding[] {
  const spoken = new Set((selfCheck.items ?? []).flatMap(({ code, also, held }) => [code, ...also, ...held]));
  return selfCheck.findings.filter(({ code }) => !spoken.has(code));
}

const HOUR = 3_600_000;

/** Where the readings of a stretch are to be seen, with some hours on either side. */
export function readingsPath(outletId: number, factor: string | null, stretch: Stretch): string {
  const from = Date.parse(stretch.from);
  const until = Date.parse(stretch.until);
  const margin = Math.max(2 * HOUR, (until - from) / 4);
  const query = new URLSearchParams({ from: new Date(from - margin).toISOString(), until: new Date(until + margin).toISOString() });
  if (factor !== null) query.set('factor', factor);
  return `/outlets/${outletId}/readings?${query.toString()}`;
}

/** The longest first, so that the few that are shown are those that matter. */
export function longest(stretches: readonly Stretch[], most: number): readonly Stretch[] {
  const length = ({ from, until }: Stretch) => Date.parse(until) - Date.parse(from);
  return [...stretches].sort((a, b) => length(b) - length(a)).slice(0, most);
}
