package org.tijian.analytics.digest;

import java.time.Instant;

/** Keeps hours that are over, so that a check-up of today reads today. */
@FunctionalInterface
public interface HourKeeper {

  /**
   * The hours of an outlet, for one check-up by one thread.
   *
   * @param now days that end after it are not over
   */
  HourSource of(long outletId, Instant now);
}
