import type { Checkup, ChecklistPart, Finding, Local, ProvenanceWord, SelfCheck } from './types';

/** GET /api/checkups/{id}/review: what is looked at before a visit. */
export interface Review {
  readonly checkup: Checkup;
  readonly outlets: readonly ReviewedOutlet[];
  readonly checks: readonly SelfCheck[];
  readonly questions: QuestionList;
  readonly checklist: {
    readonly edition: string;
    readonly items: readonly SuggestedItem[];
    readonly others: readonly SuggestedItem[];
  };
}

export interface ReviewedOutlet {
  readonly id: number;
  readonly code: string;
  readonly name: Local;
  readonly factors: readonly { readonly code: string; readonly name: Local; readonly unit: string }[];
}

/** The one list of questions; the enterprise sees nothing of it before it is sent. */
export interface QuestionList {
  readonly questions: readonly Question[];
  readonly sentAt: string | null;
  readonly sentBy: Local | null;
}

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly itemId: string | null;
  readonly at: string;
  readonly by: Local;
  readonly reply: { readonly text: string; readonly at: string; readonly by: Local } | null;
}

/** An item of the checklist, why it applies, and what the data already say to it. */
export interface SuggestedItem {
  readonly id: string;
  readonly part: ChecklistPart;
  readonly question: Local;
  readonly clause: string | null;
  readonly provenance: ProvenanceWord;
  readonly because: Local;
  readonly told: readonly { readonly outletId: number; readonly finding: Finding }[];
}
