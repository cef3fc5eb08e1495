/** One thing that today asks of the director: what, by when, and where it is done. */
export interface Ask {
  readonly key: string;
  readonly kind: 'step' | 'visit' | 'draft' | 'programme' | 'self-check';
  /** Instant by which it is due; null for what can be done any day. */
  readonly due: string | null;
  readonly path: string;
}

/** What is late first, the latest of it on top; then what is due soonest; what has no day comes last. */
export function inOrderOfAsking<T extends Ask>(asks: readonly T[]): readonly T[] {
  return [...asks].sort((a, b) => weight(a) - weight(b) || a.key.localeCompare(b.key));
}

function weight({ due }: Ask): number {
  return due === null ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}
