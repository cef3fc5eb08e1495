import type { BasisView, Step } from '../api/types';
import { precise } from './number';

const COMPARISONS = { '<=': '≤', '>=': '≥', '<': '<', '>': '>' } as const;

/** One line of a derivation: `d = 12.3 − 10.1 = 2.2 mg/m³`. */
export function line(step: Step): string {
  const result = withUnit(step.value, step.unit);
  return [step.symbol, step.expression, result].filter((part) => part !== null).join(' = ');
}

/** What was found beside what is allowed: `3.1 %FS` and `≤ 2.5 %FS`. */
export function comparison(basis: BasisView): { readonly found: string; readonly limit: string } {
  return {
    found: withUnit(basis.found.value, basis.found.unit),
    limit: `${COMPARISONS[basis.limit.comparison]} ${withUnit(basis.limit.value, basis.limit.unit)}`,
  };
}

/** Units are written as people write them: m3 as m³, a bare 1 not at all. */
export function unitText(unit: string): string {
  if (unit === '1') return '';
  return unit.replace(/m3\b/g, 'm³').replace(/m2\b/g, 'm²');
}

export function withUnit(value: number, unit: string): string {
  return `${precise(value)} ${unitText(unit)}`.trim();
}
