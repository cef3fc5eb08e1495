package org.tijian.gateway;

import java.util.concurrent.TimeUnit;

/**
 * Bounds how often the database is asked whether a logger about to be turned away was let in a
 * moment ago: whoever hammers at the door must not keep the database busy. Shared by the workers.
 */
final class SecondLooks {
  private static final int PER_SECOND = 100;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private long since = System.nanoTime();
  private int looks;

  synchronized boolean mayLook() {
    long now = System.nanoTime();
    if (now - since >= SECOND) {
      since = now;
      looks = 0;
    }
    looks++;
    return looks <= PER_SECOND;
  }
}
