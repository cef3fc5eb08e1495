package org.tijian.inspection.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a plant will calibrate next, told from when it did: by its own rhythm and no rule. An
 * expectation, not a plan that anybody made.
 */
final class Rhythm {
  private static final int LEAST_DAYS = 3;

  private Rhythm() {}

  /**
   * The days of {@code [from, until]} on which the rhythm goes on. Empty for fewer than three days,
   * and for a plant that calibrates every day, where each day is as good as another.
   */
  static Set<LocalDate> expected(SortedSet<LocalDate> past, LocalDate from, LocalDate until) {
    if (past.size() < LEAST_DAYS) {
      return Set.of();
    }
    long step = medianStep(past);
    Set<LocalDate> days = new TreeSet<>();
    for (LocalDate day = past.last().plusDays(step);
        step > 1 && !day.isAfter(until);
        day = day.plusDays(step)) {
      if (!day.isBefore(from)) {
        days.add(day);
      }
    }
    return days;
  }

  private static long medianStep(SortedSet<LocalDate> past) {
    List<LocalDate> days = List.copyOf(past);
    List<Long> steps = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      steps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    steps.sort(null);
    return steps.get(steps.size() / 2);
  }
}
