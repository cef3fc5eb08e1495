package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The interval of minute data, learned from the data: a logger is set to 1 to 30 minutes (HJ
 * 212-2017, MinInterval) and says so nowhere.
 */
final class Steps {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** So many equal steps at the end outweigh the rest of the day: the interval was changed. */
  private static final int DECISIVE = 6;

  private Steps() {}

  /**
   * @param times of periods, oldest first
   * @return the most frequent step, or the latest if it is all there was of late; empty if too
   *     little is known
   */
  static Optional<Duration> learn(List<Instant> times) {
    Map<Duration, Integer> counts = new TreeMap<>();
    Duration latest = Duration.ZERO;
    int inARow = 0;
    for (int i = 1; i < times.size(); i++) {
      Duration step = Duration.between(times.get(i - 1), times.get(i));
      inARow = step.equals(latest) ? inARow + 1 : 1;
      latest = step;
      if (isPossible(step)) {
        counts.merge(step, 1, Integer::sum);
      }
    }
    if (inARow >= DECISIVE && isPossible(latest)) {
      return Optional.of(latest);
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static boolean isPossible(Duration step) {
    return step.toSeconds() > 0 && step.toSeconds() % 60 == 0 && step.compareTo(LONGEST) <= 0;
  }
}
