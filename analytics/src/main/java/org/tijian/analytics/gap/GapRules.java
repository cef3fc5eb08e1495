package org.tijian.analytics.gap;

import java.time.Duration;
import java.util.List;
import org.tijian.analytics.reading.PeriodKind;

/**
 * When a period counts as missing, and how patiently it is asked for. None of it is set by a
 * standard.
 *
 * @param lookedBack older gaps are neither entered nor asked for
 * @param minuteGrace how late minute data may be after the end of their period
 * @param ripe a gap is asked for only after this long: the logger may be about to send it itself
 * @param edge a gap that nothing has followed yet is asked for only after this long
 * @param slice periods of minute data in one command
 * @param tries answers without all of a slice after which the rest of it is given up
 * @param pauses before asking again for a kind the logger did not answer; the last one repeats
 */
public record GapRules(
    Duration lookedBack,
    Duration minuteGrace,
    Duration hourGrace,
    Duration dayGrace,
    Duration ripe,
    Duration edge,
    int slice,
    int tries,
    List<Duration> pauses) {

  public static final GapRules DEFAULT =
      new GapRules(
          Duration.ofDays(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20),
          Duration.ofHours(3),
          Duration.ofMinutes(2),
          Duration.ofHours(1),
          60,
          2,
          List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6)));

  private static final int HOURS_AT_ONCE = 48;
  private static final int DAYS_AT_ONCE = 31;

  public GapRules {
    pauses = List.copyOf(pauses);
    if (pauses.isEmpty() || slice < 1 || tries < 1) {
      throw new IllegalArgumentException("a slice, a try and a pause are the least there can be");
    }
  }

  public GapRules withRipe(Duration newRipe) {
    return new GapRules(
        lookedBack, minuteGrace, hourGrace, dayGrace, newRipe, edge, slice, tries, pauses);
  }

  Duration grace(PeriodKind kind) {
    return switch (kind) {
      case MINUTE -> minuteGrace;
      case HOUR -> hourGrace;
      case DAY -> dayGrace;
      case REAL_TIME -> throw new IllegalArgumentException("real-time data have no gaps");
    };
  }

  /** Periods in one command. */
  int periods(PeriodKind kind) {
    return switch (kind) {
      case MINUTE -> slice;
      case HOUR -> HOURS_AT_ONCE;
      case DAY -> DAYS_AT_ONCE;
      case REAL_TIME -> throw new IllegalArgumentException("real-time data have no gaps");
    };
  }

  /**
   * @param unanswered fetches in a row without an answer, at least 1
   */
  Duration pause(int unanswered) {
    return pauses.get(Math.min(unanswered, pauses.size()) - 1);
  }
}
