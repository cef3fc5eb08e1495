package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A span without a single period.
 *
 * @param from start of its first period
 * @param until start of the first period after it
 */
record Run(Instant from, Instant until) {

  boolean isEmpty() {
    return !from.isBefore(until);
  }

  int periods(Duration step) {
    return Math.toIntExact(Duration.between(from, until).dividedBy(step));
  }

  /**
   * What remains without the others.
   *
   * @param others in order of time
   */
  List<Run> without(List<Run> others) {
    List<Run> remaining = new ArrayList<>();
    Instant start = from;
    for (Run other : others) {
      Run before = new Run(start, earlier(other.from, until));
      if (!before.isEmpty()) {
        remaining.add(before);
      }
      start = later(start, other.until);
    }
    Run last = new Run(start, until);
    if (!last.isEmpty()) {
      remaining.add(last);
    }
    return remaining;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
