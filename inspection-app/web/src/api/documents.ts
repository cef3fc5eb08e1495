import { sendRaw } from './client';
import type { Local, ProvenanceWord } from './types';

export type NeedState = 'missing' | 'expired' | 'ends-before-visit' | 'ends-soon' | 'in-order';

/** GET /api/documents: a document that is asked for, and whether it is there. */
export interface Need {
  readonly kind: string;
  readonly name: Local;
  readonly outletId: number | null;
  readonly factor: string | null;
  /** The outlet or instrument in words; null for the whole site. */
  readonly of: Local | null;
  readonly because: Local;
  readonly lookFor: Local;
  readonly item: string | null;
  readonly clause: string | null;
  readonly provenance: ProvenanceWord;
  readonly state: NeedState;
  readonly document: string | null;
  readonly validUntil: string | null;
}

export interface DocumentVersion {
  readonly id: string;
  readonly kind: string;
  readonly outletId: number | null;
  readonly factor: string | null;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  readonly at: string;
  readonly by: Local;
}

/** A document with its versions, the newest first. */
export interface Document {
  readonly id: string;
  readonly versions: readonly DocumentVersion[];
}

export interface Documents {
  readonly kinds: readonly { readonly id: string; readonly name: Local }[];
  readonly needs: readonly Need[];
  readonly visit: { readonly id: string; readonly number: string; readonly day: string | null } | null;
  readonly documents: readonly Document[];
}

/** GET /api/checkups/{id}/documents: what was handed in for a visit, and what is missing of it. */
export interface VisitDocuments {
  readonly needs: readonly Need[];
  readonly documents: readonly Handed[];
}

export interface Handed {
  readonly paperId: string;
  readonly handedInAt: string;
  readonly destroyed: boolean;
  readonly version: DocumentVersion;
}

/** What is said of a file that is uploaded. */
export interface Described {
  readonly paperId: string | null;
  readonly kind: string;
  readonly outletId: number | null;
  readonly factor: string | null;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
}

/** The file goes as it is; what it is stands in no address. */
export function sendDocument(file: Blob, described: Described, key: string): Promise<DocumentVersion> {
  return sendRaw<DocumentVersion>('/api/documents', file, { 'Tijian-Document': inBase64(JSON.stringify(described)), 'Idempotency-Key': key });
}

function inBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
