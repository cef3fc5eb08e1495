import type { Advice, BasisView, Checkup, Local, RuleView } from './types';

export type ItemState = 'open' | 'proof-given' | 'done' | 'fixed-on-the-spot' | 'done-by-data' | 'closed';
export type StepAction = 'owner' | 'link' | 'proof' | 'done' | 'on-the-spot' | 'done-by-data' | 'close' | 'reopen';

export interface Link {
  readonly code: string;
  readonly outletId: number;
}

/** One verdict of a proof. */
export interface ProofStep {
  readonly from: string;
  readonly until: string;
  /** As of a finding; `no-verdict` where the rule said nothing, `not-whole` where the beginning of the span has no readings. */
  readonly outcome: 'met' | 'not-met' | 'cannot-tell' | 'not-applicable' | 'no-verdict' | 'not-whole';
  readonly says: Local | null;
  readonly rule: RuleView | null;
  readonly basis: BasisView | null;
}

/** Whether readings prove that an item is done, and why. The span is ours; no clause asks for it. */
export interface Proof {
  readonly code: string;
  readonly outletId: number;
  readonly outcome: 'proven' | 'not-yet';
  readonly asked: { readonly unit: 'days' | 'together' | 'calibrations' | 'tests'; readonly count: number; readonly found: number; readonly reason: Local };
  readonly steps: readonly ProofStep[];
}

export interface Step {
  readonly adviceId: string;
  readonly action: StepAction;
  readonly text: string;
  readonly link: Link | null;
  readonly file: { readonly id: string; readonly mediaType: string; readonly bytes: number } | null;
  readonly working: Proof | null;
  readonly by: Local;
  readonly at: string;
}

/** GET /api/checkups/{id}/follow-up (who may read the report): an improvement item and everything that was said to it. */
export interface FollowUp {
  readonly adviceId: string;
  readonly advice: Advice;
  readonly state: ItemState;
  readonly link: Link | null;
  readonly owner: string | null;
  readonly dissents: readonly { readonly text: string; readonly by: Local; readonly at: string }[];
  /** As they were set, oldest first; the last one stands. */
  readonly dates: readonly { readonly date: string; readonly interim: string; readonly by: Local; readonly at: string }[];
  readonly steps: readonly Step[];
}

/** GET /api/checkups/{id}/follow-up/overview (director). */
export interface FollowUpOverview {
  readonly checkup: Checkup;
  readonly completedAt: string | null;
  /** The reader's own day; nothing of an item. */
  readonly reminder: string | null;
}

/** POST /api/checkups/{id}/follow-up/proofs (director): how far every open linked item is. */
export interface Proven {
  readonly adviceId: string;
  readonly proof: Proof;
}

export interface CompletionCertificate {
  readonly number: string;
  readonly code: string;
  readonly enterprise: Local;
  readonly visited: string;
  readonly scope: Local;
  readonly programme: Local;
  readonly issued: string;
  readonly key: string;
  readonly signature: string;
}

/** GET /api/checkups/{id}/certificate (director, office), GET /api/certificates (office). */
export interface IssuedCertificate {
  readonly checkupId: string;
  readonly certificate: CompletionCertificate;
  readonly state: 'valid' | 'revoked';
  readonly issuedAt: string;
  readonly revokedAt: string | null;
  readonly revokedBy: 'enterprise' | 'office' | null;
  readonly reason: string | null;
}

/** GET /api/certificates/{code} (everybody, signed in or not). */
export interface Verified {
  readonly state: 'valid' | 'revoked' | 'unknown';
  readonly certificate: CompletionCertificate | null;
  readonly revokedAt: string | null;
  readonly revokedBy: 'enterprise' | 'office' | null;
  readonly reason: string | null;
}

/** GET and POST /api/complaints (director, gatekeeper), POST /api/complaints/{id}/answer (gatekeeper). */
export interface Complaint {
  readonly id: string;
  readonly by: Local;
  readonly at: string;
  /** null: this reader had no key when it was written. */
  readonly text: string | null;
  readonly answerBy: string;
  readonly answeredBy: Local | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
}
