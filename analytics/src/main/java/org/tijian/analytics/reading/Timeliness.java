package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a frame with a DataTime came, judged by what had come before it. Only live frames tell of the
 * line and the clock; what was held back by the logger, the broker or us tells nothing of them.
 */
enum Timeliness {
  /** Newer than all before it, and sent when it was due. */
  LIVE,
  /** Newer than all before it, in a run that was waiting somewhere: first history, a cut line. */
  WAITED,
  /** Marked as sent again ({@code RF=1}). */
  RESENT,
  /** In the span of a command for history that was under way or had just ended. */
  FETCHED,
  /**
   * After newer ones and long after its period, without a mark: sent again as loggers of 2017 do.
   */
  LATER,
  /** After a newer one so shortly that the broker may have swapped the two. */
  SWAPPED_PERHAPS,
  /** After a newer one of the same kind, and the logger sent it so. */
  OUT_OF_ORDER;

  /** As long as the broker may have two messages on their way, generously. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

  private static final Duration LEAST_GRACE = Duration.ofMinutes(2);

  /**
   * The newest frame of the same logger and kind so far.
   *
   * @param arrivedAt null if that was not kept
   */
  record Newest(Instant dataTime, @Nullable Instant arrivedAt) {}

  /** After that long a period is no longer expected: two further ones have ended. */
  static boolean isOld(PeriodKind kind, Instant dataTime, Instant arrival) {
    Duration grace = kind.length().multipliedBy(2);
    Instant end = dataTime.plus(kind.length());
    return !arrival.isBefore(end.plus(grace.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : grace));
  }

  /**
   * @param fetched whether it lies in the span of a command for history
   */
  static Timeliness of(
      ArrivedFrame frame,
      PeriodKind kind,
      Instant dataTime,
      @Nullable Newest before,
      boolean fetched) {
    Instant arrival = frame.receivedAt();
    if (frame.facts().resent()) {
      return RESENT;
    }
    if (fetched) {
      return FETCHED;
    }
    boolean old = isOld(kind, dataTime, arrival);
    Instant last = before == null ? null : before.arrivedAt();
    if (before != null && dataTime.isBefore(before.dataTime())) {
      boolean swapped = last != null && arrival.isBefore(last.plus(ON_THE_WAY));
      if (swapped && !frame.transport().startsWith("tcp")) {
        return SWAPPED_PERHAPS;
      }
      return old ? LATER : OUT_OF_ORDER;
    }
    if (before == null || last == null) {
      return old ? WAITED : LIVE;
    }
    return keepsPace(Duration.between(before.dataTime(), dataTime), Duration.between(last, arrival))
        ? LIVE
        : WAITED;
  }

  /**
   * Live frames come as far apart as their times are. A run that waited comes all at once, and its
   * first one after a long silence.
   */
  private static boolean keepsPace(Duration ofData, Duration ofArrival) {
    return ofData.compareTo(ofArrival.multipliedBy(2).plus(ON_THE_WAY)) <= 0
        && ofArrival.compareTo(ofData.multipliedBy(2).plus(LEAST_GRACE)) <= 0;
  }
}
