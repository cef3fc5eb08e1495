package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.List;

/**
 * What one frame says about one outlet in one period.
 *
 * @param outletId the outlet (排放口)
 * @param kind real-time, minute, hour or day
 * @param measuredAt the logger's time: start of the period, or moment of acquisition for real-time
 *     data
 * @param part number of the sub-packet (PNO), 0 for an unsplit frame; the parts of a period stand
 *     side by side
 * @param factors the factors, at most one entry each
 */
public record PeriodReadings(
    long outletId, PeriodKind kind, Instant measuredAt, int part, List<FactorReading> factors) {
  public PeriodReadings {
    factors = List.copyOf(factors);
    if (factors.stream().map(FactorReading::factor).distinct().count() != factors.size()) {
      throw new IllegalArgumentException(
          "a factor occurs twice in %s %s".formatted(kind, measuredAt));
    }
  }
}
