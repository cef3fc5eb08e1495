import type { Local } from './types';

/** GET /api/checkups/{id}/pledges: the text that is signed now, and who signed which one. */
export interface Pledges {
  readonly offered: string;
  readonly texts: readonly PledgeText[];
  /** Oldest first. */
  readonly signed: readonly SignedPledge[];
}

export interface PledgeText {
  readonly version: string;
  readonly text: Local;
  readonly sha256: Local;
}

export interface SignedPledge {
  readonly expertId: string;
  readonly by: Local;
  readonly version: string;
  readonly language: 'zh' | 'en';
  readonly sha256: string;
  readonly at: string;
  /** When the expert left the team; left out while it holds. */
  readonly endedAt?: string | null;
}
