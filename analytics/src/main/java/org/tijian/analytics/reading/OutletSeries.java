package org.tijian.analytics.reading;

import java.time.Instant;
import org.tijian.analytics.reading.ReadingStore.Series;

/** All factors of one outlet, kind and span, for whoever wants several of them. */
public interface OutletSeries {

  /** What {@link ReadingSource#series} says of a factor of this span. */
  Series values(String factor);

  /** What {@link ReadingSource#converted} says of it. */
  Series converted(String factor);

  /** Asks for each factor when it is wanted. */
  static OutletSeries oneByOne(
      ReadingSource readings, long outletId, PeriodKind kind, Instant from, Instant until) {
    return new OutletSeries() {
      @Override
      public Series values(String factor) {
        return readings.series(outletId, factor, kind, from, until);
      }

      @Override
      public Series converted(String factor) {
        return readings.converted(outletId, factor, kind, from, until);
      }
    };
  }
}
