package org.tijian.analytics.digest;

import java.time.Instant;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;

/** Where clock hours come from. Whoever answers, for the same readings the answer is the same. */
public interface HourSource {

  /**
   * The hours of {@code [from, until)}.
   *
   * @param fullScale of the instrument, in the unit of the values; positive infinity if none is
   *     known
   */
  FactorHours hours(long outletId, String factor, double fullScale, Instant from, Instant until);

  /** Tells all of them from the minutes, each time. */
  static HourSource from(ReadingSource readings) {
    return (outletId, factor, fullScale, from, until) ->
        HourDigests.of(
            readings.series(outletId, factor, PeriodKind.MINUTE, from, until),
            from,
            until,
            fullScale);
  }
}
