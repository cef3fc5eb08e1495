package org.tijian.analytics.gap;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.reading.PeriodKind;

/** The book of gaps. */
public interface GapBook {

  /**
   * Looks for missing periods of a kind in {@code [from, until)} and enters those not yet in the
   * book; what has come since is counted as recovered, and what is whole is closed.
   */
  void survey(long outletId, String mn, PeriodKind kind, Instant from, Instant until);

  /** Newest first: open ones, and closed ones since the given moment. */
  List<Gap> ofOutlet(long outletId, Instant closedSince);

  /** Gaps to ask for next, newest first. */
  List<Gap> waiting(String mn, int atMost);

  void asked(long gapId, long commandId, Instant at);

  void closed(long gapId, Gap.State state, Instant at);

  /** Back to waiting, for example because the line was cut during the fetch. */
  void reopened(long gapId);
}
