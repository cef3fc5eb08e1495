package org.tijian.analytics.reading;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Count, sum and extremes of durations, in milliseconds. */
final class Spread {
  private long count;
  private long sum;
  private @Nullable Long least;
  private @Nullable Long most;

  void add(Duration duration) {
    long millis = duration.toMillis();
    count++;
    sum += millis;
    least = least == null ? millis : Math.min(least, millis);
    most = most == null ? millis : Math.max(most, millis);
  }

  long count() {
    return count;
  }

  long sum() {
    return sum;
  }

  @Nullable Long least() {
    return least;
  }

  @Nullable Long most() {
    return most;
  }
}
