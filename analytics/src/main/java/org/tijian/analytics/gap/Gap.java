package org.tijian.analytics.gap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.PeriodKind;

/**
 * A run of missing periods of one kind.
 *
 * @param from start of the first missing period
 * @param until start of the first period after the gap
 * @param missing periods that were missing when it was found
 * @param recovered of these, how many have come since
 * @param commandId the fetch that is under way or was the last, or null
 * @param attempts fetches so far
 */
public record Gap(
    long id,
    long outletId,
    String mn,
    PeriodKind kind,
    Instant from,
    Instant until,
    int missing,
    int recovered,
    State state,
    @Nullable Long commandId,
    int attempts,
    Instant foundAt,
    @Nullable Instant closedAt) {

  /** How far the healing has come. */
  public enum State {
    /** Found; waits for its turn. */
    OPEN,
    /** A fetch is under way. */
    ASKED,
    /** Every period is there. */
    HEALED,
    /** The logger answered and does not have (all of) it: ExeRtn 100, or it sent less. */
    LOST,
    /** The logger does not answer fetches. */
    UNANSWERED
  }
}
