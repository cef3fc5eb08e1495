import type { Local } from './types';

export interface Word {
  readonly word: string;
  readonly name: Local;
}

/** GET /api/registration, for everybody; POST registers an enterprise with its first director and signs nobody in. */
export interface Registration {
  readonly open: boolean;
  /** Whom to ask where it is closed. */
  readonly ask: Local;
  readonly industries: readonly Word[];
}

/** GET and POST /api/enterprise: the director's own. */
export interface Enterprise {
  readonly id: number;
  readonly name: Local;
  readonly creditCode: string | null;
  readonly industry: string | null;
  readonly place: { readonly province: string | null; readonly city: string | null; readonly district: string | null; readonly address: string | null };
  /** WGS-84, in degrees. */
  readonly at: { readonly longitude: number; readonly latitude: number } | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly email: string | null };
  /** How far the office is with confirming it; null for an enterprise from before, which is confirmed. */
  readonly standing?: { readonly waiting: boolean; readonly since: string; readonly question: string | null } | null;
}

/** GET /api/enterprises/waiting?before=&limit=: what the office needs to confirm an enterprise. */
export interface WaitingEnterprise extends Pick<Enterprise, 'id' | 'name' | 'creditCode' | 'place' | 'contact'> {
  /** Whether the check character of the code is right. */
  readonly codeFits: boolean;
  readonly since: string;
  readonly question: string | null;
}

/** GET /api/enterprises?text=&before=&limit=: the office's list, the newest first. */
export interface Listed {
  readonly id: number;
  readonly name: Local;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly registeredAt: string;
  /** The office is still to confirm it. */
  readonly waiting: boolean;
}

/** GET /api/outlet-words: what an outlet is described by. */
export interface OutletWords {
  readonly attributes: readonly { readonly key: string; readonly name: Local; readonly words: readonly Word[] }[];
  readonly capacityUnits: readonly string[];
}

/** GET /api/outlets/{id}/standards: which standards find the outlet, and why. */
export interface ApplicableStandards {
  readonly day: string;
  readonly standards: readonly StandardFound[];
  readonly open: readonly { readonly missing: Local; readonly standards: readonly string[] }[];
}

export interface StandardFound {
  readonly standard: string;
  readonly edition: string;
  readonly rules: readonly RuleFound[];
}

export interface RuleFound {
  readonly id: string;
  readonly title: Local;
  readonly factor: Local | null;
  readonly limit: { readonly value: number; readonly unit: string } | null;
  readonly because: Local;
  readonly provenance: 'text' | 'sources' | 'source' | 'unverified' | 'own';
  /** false: it only hints. */
  readonly counts: boolean;
  /** Somebody goes and looks. */
  readonly manual: boolean;
  readonly clause: string | null;
}
