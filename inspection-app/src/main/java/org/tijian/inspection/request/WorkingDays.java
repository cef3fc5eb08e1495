package org.tijian.inspection.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.tijian.analytics.reading.BeijingTime;

/** Counts working days (工作日) in Beijing time. */
record WorkingDays(Policy policy) {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** End of the n-th working day after the day of {@code start}. */
  Instant end(Instant start, int days) {
    LocalDate day = BeijingTime.dateOf(start);
    for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
      day = day.plusDays(1);
    }
    return day.atTime(policy.workingDayEnds()).toInstant(BeijingTime.OFFSET);
  }

  private boolean isWorkingDay(LocalDate day) {
    return !WEEKEND.contains(day.getDayOfWeek()) && !policy.holidays().contains(day);
  }
}
