import type { Document, DocumentVersion, Need, NeedState } from '../api/documents';

export const NEED_STATES: readonly NeedState[] = ['missing', 'expired', 'ends-before-visit', 'ends-soon', 'in-order'];

/** How many needs stand how, the most pressing first; those that are in order last. */
export function needCounts(needs: readonly Need[]): readonly { readonly state: NeedState; readonly count: number }[] {
  return NEED_STATES.map((state) => ({ state, count: needs.filter((need) => need.state === state).length })).filter(({ count }) => count > 0);
}

/** The needs of one kind: what is said of all of them stands once. Kinds in the order of their most pressing need. */
export function byKind(needs: readonly Need[]): readonly (readonly [Need, ...Need[]])[] {
  const kinds = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const known = kinds.get(need.kind);
    if (known) known.push(need);
    else kinds.set(need.kind, [need]);
  }
  return [...kinds.values()];
}

/** Whether something has to be done about it. */
export function isGap(need: Need): boolean {
  return need.state !== 'in-order';
}

/** The document whose newest version answers a need, to upload a newer one of it. */
export function answering(need: Need, documents: readonly Document[]): Document | null {
  return documents.find(({ versions }) => versions.some(({ id }) => id === need.document)) ?? null;
}

/** Of every document the version that answers a need of a visit: what is worth handing in. */
export function worthHandingIn(needs: readonly Need[], handedIn: readonly string[]): readonly string[] {
  const answers = needs.filter((need) => need.document !== null && need.state !== 'expired').map((need) => need.document as string);
  return [...new Set(answers)].filter((id) => !handedIn.includes(id));
}

export function isImage({ mediaType }: DocumentVersion): boolean {
  return mediaType.startsWith('image/');
}

/** 1.2 MB, 340 KB. */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

const EXTENSIONS: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Without what a file system would not take. */
export function fileName({ title, mediaType }: DocumentVersion): string {
  return `${title.replace(/[\\/:*?"<>|]+/g, '_')}.${EXTENSIONS[mediaType] ?? 'bin'}`;
}
