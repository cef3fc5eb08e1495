package org.tijian.gateway.faults;

import java.time.Duration;

/** Waits for something, but not for ever. */
final class Patience {
  private static final long PAUSE_MILLIS = 100;

  private final long deadline;
  private final Duration atMost;
  private final String what;

  private Patience(Duration atMost, String what) {
    this.deadline = System.nanoTime() + atMost.toNanos();
    this.atMost = atMost;
    this.what = what;
  }

  static Patience of(Duration atMost, String what) {
    return new Patience(atMost, what);
  }

  boolean isOver() {
    return System.nanoTime() - deadline > 0;
  }

  /**
   * @throws IllegalStateException if there was enough waiting
   */
  void pause() throws InterruptedException {
    if (isOver()) {
      throw new IllegalStateException("no %s within %s".formatted(what, atMost));
    }
    Thread.sleep(PAUSE_MILLIS);
  }
}
