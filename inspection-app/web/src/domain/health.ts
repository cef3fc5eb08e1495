import type { HealthDay, LoggerSummary } from '../api/loggers';
import type { LedgerDay } from '../api/types';

export type Ask = 'never' | 'silent' | 'late' | 'refused' | 'defects' | 'gaps';

export interface Verdict {
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  /** What asks for attention, most pressing first; empty when all is well. */
  readonly asks: readonly { readonly what: Ask; readonly count: number }[];
}

/** One line about a logger: what deserves attention today. */
export function verdictOf(logger: LoggerSummary): Verdict {
  if (logger.contact === 'never') return { tone: 'calm', asks: [{ what: 'never', count: 0 }] };
  const lost = logger.contact === 'silent' || logger.contact === 'late' ? [{ what: logger.contact, count: 0 }] : [];
  const counted = [
    { what: 'refused', count: logger.refusedToday },
    { what: 'defects', count: logger.defectsToday },
    { what: 'gaps', count: logger.gapsOpen },
  ] as const;
  const asks = [...lost, ...counted.filter(({ count }) => count > 0)];
  if (logger.contact === 'silent') return { tone: 'bad', asks };
  return { tone: asks.length > 0 ? 'warn' : 'good', asks };
}

export type Account = Omit<LedgerDay, 'day'>;

/** The sheet of all days as one: it adds up if every day does. */
export function total(days: readonly Account[]): Account {
  return days.reduce<Account>(
    (sum, day) => ({
      received: sum.received + day.received,
      stored: sum.stored + day.stored,
      noted: sum.noted + day.noted,
      duplicate: sum.duplicate + day.duplicate,
      refused: sum.refused + day.refused,
    }),
    { received: 0, stored: 0, noted: 0, duplicate: 0, refused: 0 },
  );
}

export type Refusal = HealthDay['refusals'][number];

/** Reasons of all days together, the most frequent first. */
export function reasons(days: readonly Pick<HealthDay, 'refusals'>[]): readonly Refusal[] {
  const sums = new Map<string, Refusal>();
  for (const refusal of days.flatMap(({ refusals }) => refusals)) {
    const known = sums.get(refusal.code);
    sums.set(refusal.code, { ...refusal, frames: refusal.frames + (known?.frames ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.frames - a.frames);
}
