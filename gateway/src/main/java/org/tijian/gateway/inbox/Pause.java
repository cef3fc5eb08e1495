package org.tijian.gateway.inbox;

import java.time.Duration;

/** A pause that doubles with every use until it is reset. */
final class Pause {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  Pause(InboxSettings settings) {
    this.first = settings.firstPause();
    this.longest = settings.longestPause();
    this.next = first;
  }

  void reset() {
    next = first;
  }

  void take() throws InterruptedException {
    Thread.sleep(next.toMillis());
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
