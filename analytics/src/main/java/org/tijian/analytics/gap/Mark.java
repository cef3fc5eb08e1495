package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.PeriodKind;

/**
 * How far the data of a logger were looked through.
 *
 * @param step from one period to the next
 * @param learnedAt when the step was last learned, or null if it is assumed
 * @param surveyedUntil start of the first period not looked at; null before the first data
 */
record Mark(
    String mn,
    PeriodKind kind,
    long outletId,
    Duration step,
    @Nullable Instant learnedAt,
    @Nullable Instant surveyedUntil) {

  Mark learned(Duration newStep, Instant at) {
    return new Mark(mn, kind, outletId, newStep, at, surveyedUntil);
  }
}
