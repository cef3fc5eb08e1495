package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.Optional;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;

/** Readings as the checks want them, wherever they come from: a database or a file. */
public interface ReadingSource {

  /**
   * All values of a factor in {@code [from, until)}.
   *
   * @return times ascending, one entry per stored period
   */
  Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until);

  /**
   * The same with the values converted to the reference oxygen content (折算) as the logger sent
   * them; empty where the source keeps none.
   */
  default Series converted(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    return new Series(factor, kind, new Instant[0], new double[0], new DataFlag[0]);
  }

  /**
   * All factors of the outlet in {@code [from, until)}: what can be read at once is read at once,
   * and held until the answer is let go. For spans of days or of hourly values.
   */
  default OutletSeries all(long outletId, PeriodKind kind, Instant from, Instant until) {
    return OutletSeries.oneByOne(this, outletId, kind, from, until);
  }

  /** Number of stored periods of a kind in {@code [from, until)}. */
  long count(long outletId, PeriodKind kind, Instant from, Instant until);

  /** First and last period of a kind that is stored. */
  Optional<Span> span(long outletId, PeriodKind kind);
}
