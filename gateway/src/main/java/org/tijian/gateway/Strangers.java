package org.tijian.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is kept of those who say an identifier that they cannot prove: enough to see who it is
 * and to read it once they are registered, never so much that it fills a disk. Forgets within a
 * day, and whom it has no room for. Shared by the workers.
 */
final class Strangers {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int FRAMES_EACH = 200;
  private static final int FRAMES_IN_ALL = 20_000;
  private static final int NAMES = 10_000;

  private final Map<String, Integer> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > NAMES;
        }
      };

  private int all;
  private Instant since = Instant.EPOCH;

  synchronized boolean mayKeep(String mn, Instant now) {
    if (Duration.between(since, now).compareTo(DAY) >= 0) {
      since = now;
      all = 0;
      kept.clear();
    }
    if (all >= FRAMES_IN_ALL || kept.merge(mn, 1, Integer::sum) > FRAMES_EACH) {
      return false;
    }
    all++;
    return true;
  }
}
