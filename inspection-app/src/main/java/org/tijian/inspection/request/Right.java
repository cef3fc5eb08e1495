package org.tijian.inspection.request;

/** What a route does with a check-up; every route asks {@link AccessMatrix} for one of these. */
public enum Right {
  /** Request, progress and appointment. */
  SEE_CHECKUP,
  /** Sign the pledge that stands before everything else of the visit (T-42). */
  SIGN_PLEDGE,
  /** Checklist, answers and advice. */
  READ_VISIT,
  /** Leave answers and advice. */
  WRITE_VISIT,
  /** Photos of the visit. */
  READ_FILE,
  READ_REPORT,
  /** Desk review: self-check in scope, list of documents, questions beforehand. */
  READ_REVIEW,
  /** A document that was handed in for the visit. */
  READ_DOCUMENT,
  /** Ask the enterprise something before the visit. */
  ASK_BEFORE_VISIT,
  /** Hand in documents and answer what was asked before the visit. */
  PREPARE_VISIT,
  /** Say that somebody of the team came through the gate, or left. */
  RECORD_PASSAGE,
  /** Say something to the report: a dissent, a date, what was done. */
  WRITE_FOLLOW_UP,
  /** Say at the closing meeting that an improvement item is settled. */
  SETTLE_ITEM,
  /** Have everything that was said destroyed before its time. */
  DESTROY,
  /** Who opened or wrote what. */
  READ_ACCESS_RECORD,
  /** Stop the visit for an exception of the closed list, and go on when the danger is over. */
  PAUSE_VISIT,
  /** Say that the enterprise acted, or that it was heard. */
  SETTLE_PAUSE,
  /** Decide, two together, whether the exception applies. */
  DECIDE_PAUSE
}
