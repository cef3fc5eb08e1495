import type { Local } from './types';

/** One entry of the access record, as docs/access-record.md describes it. Everything in it is data, never markup. */
export interface AccessEntry {
  /** SHA-256 that stands for the visit. */
  readonly visit: string;
  readonly position: number;
  readonly previous: string;
  readonly at: string;
  readonly account: string;
  readonly by: Local;
  readonly role: string;
  readonly origin: string;
  readonly what: string;
  readonly why: string;
  readonly detail: string;
  readonly hash: string;
}

/** A signed head over the ends of all chains. */
export interface Head {
  readonly number: number;
  readonly at: string;
  readonly chains: number;
  readonly root: string;
  readonly previous: string;
  readonly key: string;
  readonly hash: string;
  /** Ed25519, Base64. */
  readonly signature: string;
}

export interface HeadKey {
  readonly id: string;
  /** SubjectPublicKeyInfo, Base64. */
  readonly publicKey: string;
  readonly since: string;
}

/** The proof that a head speaks of this chain. */
export interface Inclusion {
  readonly head: number;
  readonly length: number;
  readonly end: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/** That what was said in a visit is gone (T-33). */
export interface Certificate {
  readonly visit: string;
  readonly destroyedKey: string;
  readonly at: string;
  readonly reason: 'withdrawn' | 'retention' | 'demand';
  readonly statements: number;
  readonly reports: number;
  readonly position: number;
  readonly entry: string;
  readonly key: string;
  readonly signature: string;
}

/** GET /api/checkups/{id}/access (director), and the same as a file from .../access/file */
export interface AccessFile {
  readonly format: 'tijian-access-record-1';
  readonly visit: string;
  /** Oldest first. */
  readonly entries: readonly AccessEntry[];
  readonly inclusions: readonly Inclusion[];
  readonly heads: readonly Head[];
  readonly keys: readonly HeadKey[];
  readonly certificates: readonly Certificate[];
}

/** GET /api/heads?after=N (anybody) */
export interface HeadList {
  readonly format: 'tijian-heads-1';
  readonly keys: readonly HeadKey[];
  readonly heads: readonly Head[];
}
