package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is folded as one: the rows of an outlet and kind measured on a Beijing day.
 *
 * @param kind the code of a {@link PeriodKind}
 */
record OutletDay(long outletId, int kind, LocalDate day) {

  static OutletDay of(PeriodReadings readings) {
    return new OutletDay(
        readings.outletId(), readings.kind().code(), BeijingTime.dateOf(readings.measuredAt()));
  }

  Instant start() {
    return BeijingTime.startOf(day);
  }

  Instant end() {
    return BeijingTime.startOf(day.plusDays(1));
  }
}
