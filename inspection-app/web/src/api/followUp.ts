import type { Local } from './types';

/** GET /api/checkups/{id}/follow-up (who may read the report): what the enterprise said to each advice. */
export interface FollowUp {
  readonly adviceId: string;
  readonly dissents: readonly { readonly text: string; readonly by: Local; readonly at: string }[];
  /** As they were set, oldest first; the last one stands. */
  readonly dates: readonly { readonly date: string; readonly interim: string; readonly by: Local; readonly at: string }[];
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
