import type { SeenHead } from '../domain/record';

/**
 * The newest head that this browser has seen and found right. A platform that wrote history anew, with its own key and all,
 * would have to change what lies here, on the reader's side.
 */
const KEPT = 'tijian.head';

export interface Seen extends SeenHead {
  /** When this browser saw it. */
  readonly at: string;
}

export function seenHead(): Seen | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return isSeen(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function remember(seen: Seen): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(seen));
  } catch {
    // A browser that keeps nothing is no witness; everything else is still checked.
  }
}

function isSeen(kept: unknown): kept is Seen {
  return typeof kept === 'object' && kept !== null && 'number' in kept && 'hash' in kept && 'at' in kept;
}
