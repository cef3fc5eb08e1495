package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A frame with its readings already in the form of the table.
 *
 * @param arrival its place among the frames of its batch, from 1
 */
record PreparedFrame(
    int arrival, DistinctFrame distinct, PeriodReadings readings, SampleRow row, int layoutId) {

  Instant measuredAt() {
    return readings.measuredAt();
  }

  /** The Beijing day that its readings belong to. */
  LocalDate day() {
    return BeijingTime.dateOf(measuredAt());
  }

  /** Of a day before its arrival: a first copy of it may have been folded. */
  boolean isLate() {
    return day().isBefore(BeijingTime.dateOf(distinct.firstArrival()));
  }

  PendingSample inFrame(long frameId) {
    return new PendingSample(frameId, readings, row, layoutId, distinct.firstArrival(), 0);
  }
}
