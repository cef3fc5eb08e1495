package org.tijian.analytics.kept;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.tijian.analytics.digest.FactorHours;
import org.tijian.analytics.digest.HourDigests;
import org.tijian.analytics.reading.OutletSeries;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/**
 * Hours of a day at most, told from minutes: of all factors of the outlet the minutes are read when
 * the first is asked for, and each is told once. For one check-up, by one thread.
 */
final class FreshHours {
  private final ReadingStore readings;
  private final long outletId;
  private final Map<Between, OutletSeries> minutes = new HashMap<>();
  private final Map<Asked, FactorHours> told = new HashMap<>();

  FreshHours(ReadingStore readings, long outletId) {
    this.readings = readings;
    this.outletId = outletId;
  }

  private record Between(Instant from, Instant until) {}

  private record Asked(String factor, double fullScale, Between span) {}

  FactorHours of(String factor, double fullScale, Instant from, Instant until) {
    return told.computeIfAbsent(new Asked(factor, fullScale, new Between(from, until)), this::tell);
  }

  private FactorHours tell(Asked asked) {
    Between span = asked.span();
    OutletSeries all =
        minutes.computeIfAbsent(
            span, s -> readings.all(outletId, PeriodKind.MINUTE, s.from(), s.until()));
    return HourDigests.of(all.values(asked.factor()), span.from(), span.until(), asked.fullScale());
  }
}
