package org.tijian.gateway;

import java.time.Instant;
import java.time.InstantSource;

/**
 * For lengths of time: goes on evenly when somebody sets the machine's clock. What it shows is not
 * the time of day any more after that.
 */
final class SteadyClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long nanosAtStart = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - nanosAtStart);
  }
}
