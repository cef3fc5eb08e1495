package org.tijian.inspection.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.tijian.analytics.reading.BeijingTime;

/** Quarters of the year in Beijing, such as {@code 2026Q4}; they sort as they follow each other. */
final class Quarter {
  private Quarter() {}

  static String of(Instant at) {
    LocalDate day = BeijingTime.dateOf(at);
    return "%dQ%d".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }
}
