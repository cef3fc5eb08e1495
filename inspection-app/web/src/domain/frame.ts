import type { LedgerDay } from '../api/types';

export interface MarkedFrame {
  readonly before: string;
  /** The byte at which reading stopped, as it is shown; empty at the end of the frame. */
  readonly at: string;
  readonly after: string;
}

/** Every byte outside printable ASCII is written as \xHH and counts as one byte of the offset. */
const BYTE = /\\x[0-9A-Fa-f]{2}|[\s\S]/g;

export function markedFrame(frame: string, offset: number): MarkedFrame {
  const bytes = frame.match(BYTE) ?? [];
  const place = Math.max(0, Math.min(offset, bytes.length));
  return {
    before: bytes.slice(0, place).join(''),
    at: bytes[place] ?? '',
    after: bytes.slice(place + 1).join(''),
  };
}

/** Every frame is accounted for: received = stored + noted + duplicate + refused. */
export function adds(day: LedgerDay): boolean {
  return day.received === day.stored + day.noted + day.duplicate + day.refused;
}
