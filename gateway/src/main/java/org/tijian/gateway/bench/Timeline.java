package org.tijian.gateway.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Durations second by second: what only now and then is slow is seen by when it comes, every ten
 * seconds or once in a quarter of an hour. Safe to share.
 */
final class Timeline {
  private static final int MOST_NAMED = 40;

  private final long begunAt = System.nanoTime();
  private final List<Latencies> seconds = new ArrayList<>();

  /** Adds a duration that ended now. */
  synchronized void add(long now, long nanos) {
    int second = (int) Math.max(0, (now - begunAt) / 1_000_000_000);
    while (seconds.size() <= second) {
      seconds.add(new Latencies());
    }
    seconds.get(second).add(nanos);
  }

  /**
   * The seconds in which one of a hundred took longer, each with its 99th percentile.
   *
   * @param millis the bound
   */
  synchronized String slower(double millis) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      double share = seconds.get(i).millis(0.99);
      if (share > millis) {
        named.add("%d s: %.0f".formatted(i, share));
      }
    }
    return named.stream()
        .limit(MOST_NAMED)
        .collect(
            Collectors.joining(
                ", ",
                "%d of %d%s".formatted(named.size(), seconds.size(), named.isEmpty() ? "" : ": "),
                named.size() > MOST_NAMED ? ", …" : ""));
  }
}
