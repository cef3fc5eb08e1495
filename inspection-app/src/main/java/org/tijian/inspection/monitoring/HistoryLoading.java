package org.tijian.inspection.monitoring;

/** Tells which outlets' past is still arriving. */
public interface HistoryLoading {

  /** Whether the history of the outlet is still being sent, so that a gap means "not yet". */
  boolean isLoading(long outletId);
}
