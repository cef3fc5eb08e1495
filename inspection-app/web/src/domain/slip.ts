import type { Direction, Slip, Visitor } from '../api/entry';

/** What the gate records next of a person: the first time in, and from then on the other way. */
export function nextPassage({ passages }: Visitor): Direction {
  return passages.at(-1)?.direction === 'in' ? 'out' : 'in';
}

/** The address in the code. What stands behind # is sent to no server by opening it. */
export function gateAddress(origin: string, { token }: Slip): string | null {
  return token === null ? null : `${origin}/entry#${token}`;
}

/** The token in the address that a code led to. */
export function tokenIn(hash: string): string {
  return hash.replace(/^#/, '');
}

/** For an entry-code system (扫码入企): that, who and when. */
export function exported(slip: Slip): string {
  const { token: _, persons, ...rest } = slip;
  return JSON.stringify({ ...rest, persons: persons.map(({ name, passages }) => ({ name, passages: passages.map(({ direction, at }) => ({ direction, at })) })) }, null, 2);
}

/** Monday and Sunday around a day, as Beijing days. */
export function weekOf(day: string): readonly [string, string] {
  const at = Date.parse(`${day}T00:00:00Z`);
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000;
  const text = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  return [text(monday), text(monday + 6 * 86_400_000)];
}
