package org.tijian.analytics.reading;

import java.time.Instant;
import java.util.Comparator;

/**
 * Readings on their way into the table {@code sample}.
 *
 * @param frameId the frame they came in
 * @param version 0 until the period turns out to be there already
 */
record PendingSample(
    long frameId,
    PeriodReadings readings,
    SampleRow row,
    int layoutId,
    Instant receivedAt,
    int version) {

  /** Two batches with the same periods queue up instead of locking crosswise. */
  static final Comparator<PendingSample> BY_KEY =
      Comparator.<PendingSample>comparingLong(s -> s.readings().outletId())
          .thenComparing(s -> s.readings().kind())
          .thenComparing(s -> s.readings().measuredAt())
          .thenComparingInt(s -> s.readings().part())
          .thenComparingInt(PendingSample::version)
          .thenComparingLong(PendingSample::frameId);

  /** What a version is counted for. */
  record Period(long outletId, PeriodKind kind, Instant measuredAt, int part) {}

  Period period() {
    return new Period(readings.outletId(), readings.kind(), readings.measuredAt(), readings.part());
  }

  PendingSample withVersion(int next) {
    return new PendingSample(frameId, readings, row, layoutId, receivedAt, next);
  }
}
