/**
 * China has one time zone without summer time, and the platform speaks it everywhere: what is shown and what is typed
 * is Beijing time, whatever the browser is set to.
 */
const ZONE = 'Asia/Shanghai';
const OFFSET = '+08:00';
const OFFSET_MS = 8 * 3_600_000;

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string | Date): Record<string, string> {
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return Object.fromEntries(PARTS.formatToParts(date).map((part) => [part.type, part.value]));
}

/** 2026-11-23 */
export function beijingDay(instant: string | Date): string {
  const { year, month, day } = parts(instant);
  return `${year}-${month}-${day}`;
}

/** 20:05 */
export function beijingClock(instant: string | Date): string {
  const { hour, minute } = parts(instant);
  return `${hour}:${minute}`;
}

/** 2026-11-23 20:05 */
export function beijingMinute(instant: string | Date): string {
  return `${beijingDay(instant)} ${beijingClock(instant)}`;
}

/** 2026-11-23 20:05:09 */
export function beijingSecond(instant: string | Date): string {
  return `${beijingMinute(instant)}:${parts(instant)['second']}`;
}

/** The instant at which Beijing's clocks show this date and time of day (`HH:mm`). */
export function instantOf(day: string, clock: string): string {
  return new Date(`${day}T${clock}:00${OFFSET}`).toISOString();
}

/** Milliseconds whose UTC fields are Beijing's fields: for charts that can only draw UTC. */
export function drawnAt(instant: string): number {
  return new Date(instant).getTime() + OFFSET_MS;
}

/** The other way round. */
export function instantDrawnAt(milliseconds: number): Date {
  return new Date(milliseconds - OFFSET_MS);
}

/** Calendar day `days` later (or earlier), both as yyyy-MM-dd. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Span {
  readonly unit: 'day' | 'hour' | 'minute' | 'second';
  readonly count: number;
}

const UNITS: readonly [Span['unit'], number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** The two largest units of a duration, the smaller one left out when it is zero: 2 days 3 hours; 40 seconds. */
export function spans(milliseconds: number): readonly Span[] {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const index = UNITS.findIndex(([, size]) => seconds >= size);
  const large = UNITS[index];
  if (!large) return [{ unit: 'second', count: seconds }];
  const first: Span = { unit: large[0], count: Math.floor(seconds / large[1]) };
  const small = UNITS[index + 1];
  const rest = small ? Math.floor((seconds % large[1]) / small[1]) : 0;
  return small && rest > 0 ? [first, { unit: small[0], count: rest }] : [first];
}

export interface Countdown {
  readonly late: boolean;
  readonly spans: readonly Span[];
}

export function countdown(promisedBy: string, now: Date): Countdown {
  const left = new Date(promisedBy).getTime() - now.getTime();
  return { late: left < 0, spans: spans(left) };
}
