import type { CommandKind, CommandState } from '../api/loggers';

/** What carrying it out changes on the site: nothing, a setting of the logger, or a live instrument. */
export type Effect = 'read' | 'set' | 'history' | 'instrument';

/** A field that a person fills in before the command is sent. */
export type Field = 'RtdInterval' | 'MinInterval' | 'OverTime' | 'ReCount' | 'Span' | 'PolId' | 'InfoId' | 'CalibrationType';

/** A key is never typed into a command: it is entered under the settings. */
export type Ordered = Exclude<CommandKind, 'KEY_SET'>;

export interface Ordering {
  readonly kind: Ordered;
  readonly effect: Effect;
  readonly fields: readonly Field[];
}

/** Everything that a person may order, in the order of the menu. */
export const ORDERINGS: readonly Ordering[] = [
  { kind: 'CLOCK_READ', effect: 'read', fields: [] },
  { kind: 'REAL_TIME_INTERVAL_READ', effect: 'read', fields: [] },
  { kind: 'MINUTE_INTERVAL_READ', effect: 'read', fields: [] },
  { kind: 'INFORMATION_READ', effect: 'read', fields: ['InfoId', 'PolId'] },
  { kind: 'SERIAL_NUMBER_READ', effect: 'read', fields: ['PolId'] },
  { kind: 'MINUTE_HISTORY', effect: 'history', fields: ['Span'] },
  { kind: 'HOUR_HISTORY', effect: 'history', fields: ['Span'] },
  { kind: 'DAY_HISTORY', effect: 'history', fields: ['Span'] },
  { kind: 'RUN_TIME_HISTORY', effect: 'history', fields: ['Span'] },
  { kind: 'CLOCK_SET', effect: 'set', fields: [] },
  { kind: 'REAL_TIME_INTERVAL_SET', effect: 'set', fields: ['RtdInterval'] },
  { kind: 'MINUTE_INTERVAL_SET', effect: 'set', fields: ['MinInterval'] },
  { kind: 'PATIENCE_SET', effect: 'set', fields: ['OverTime', 'ReCount'] },
  { kind: 'REAL_TIME_START', effect: 'set', fields: [] },
  { kind: 'REAL_TIME_STOP', effect: 'set', fields: [] },
  { kind: 'CALIBRATE', effect: 'instrument', fields: ['PolId', 'CalibrationType'] },
];

export const EFFECTS: readonly Effect[] = ['read', 'history', 'set', 'instrument'];

/** MinInterval may only be one of these, in minutes (HJ 212-2017 table 4). */
export const MINUTES = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30] as const;

/** Codes of site information that may be asked for (HJ 212-2017 annex B); the two logs also need a span of time. */
export const INFORMATION = ['i12001', 'i12003', 'i13001', 'i11001', 'i22001', 'i22003', 'i21001'] as const;
const LOGS: readonly string[] = ['i11001', 'i21001'];

/** What the chosen command needs, given what has been filled in so far. */
export function fieldsOf(kind: Ordered, infoId: string | undefined): readonly Field[] {
  const fields = ORDERINGS.find((each) => each.kind === kind)?.fields ?? [];
  return fields.includes('InfoId') && LOGS.includes(infoId ?? '') ? [...fields, 'Span'] : fields;
}

/** Still under way. */
export function isOpen(state: CommandState): boolean {
  return state === 'WAITING' || state === 'SENT' || state === 'RUNNING';
}

/** Beijing's wall clock `yyyy-MM-ddTHH:mm` as the standard writes it: yyyyMMddHHmmss. */
export function wireTime(local: string): string {
  return `${local.replace(/\D/g, '')}00`.slice(0, 14);
}

export interface Filled {
  readonly kind: Ordered;
  readonly from?: string;
  readonly until?: string;
  readonly RtdInterval?: number;
  readonly MinInterval?: number;
  readonly OverTime?: number;
  readonly ReCount?: number;
  readonly PolId?: string;
  readonly InfoId?: string;
  readonly CalibrationType?: string;
}

/** The fields of the data area that go with the order; what was left empty is left out. */
export function parametersOf(filled: Filled): Readonly<Record<string, string>> {
  const entries = fieldsOf(filled.kind, filled.InfoId).flatMap((field): [string, string][] => {
    if (field === 'Span') return [['BeginTime', wireTime(filled.from ?? '')], ['EndTime', wireTime(filled.until ?? '')]];
    const value = String(filled[field] ?? '').trim();
    return value === '' ? [] : [[field, value]];
  });
  return Object.fromEntries(entries);
}
