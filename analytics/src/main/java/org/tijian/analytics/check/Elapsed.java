package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.tijian.analytics.reading.BeijingTime;

/** Time gone by in the units that limits are written in. */
final class Elapsed {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double HOURS_PER_DAY = 24;
  private static final double MONTHS_PER_YEAR = 12;

  private Elapsed() {}

  /**
   * Whole months, and the days left over as a share of the month they lie in.
   *
   * @return empty for a unit that is no time that can be counted without a calendar of holidays
   */
  static OptionalDouble in(String unit, Instant from, Instant until) {
    double hours = Duration.between(from, until).toSeconds() / SECONDS_PER_HOUR;
    return switch (unit) {
      case "h" -> OptionalDouble.of(hours);
      case "d" -> OptionalDouble.of(hours / HOURS_PER_DAY);
      case "month" -> OptionalDouble.of(months(from, until));
      case "a" -> OptionalDouble.of(months(from, until) / MONTHS_PER_YEAR);
      default -> OptionalDouble.empty();
    };
  }

  private static double months(Instant from, Instant until) {
    LocalDate first = BeijingTime.dateOf(from);
    LocalDate last = BeijingTime.dateOf(until);
    long whole = ChronoUnit.MONTHS.between(first, last);
    LocalDate reached = first.plusMonths(whole);
    return whole + (double) ChronoUnit.DAYS.between(reached, last) / reached.lengthOfMonth();
  }
}
