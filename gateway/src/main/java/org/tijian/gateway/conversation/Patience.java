package org.tijian.gateway.conversation;

import java.time.Duration;

/**
 * How long a logger is waited for.
 *
 * @param answer until the request is sent again if no 9011 came (OverTime)
 * @param repeats how often it is sent again (ReCount)
 * @param result from 9011, or the newest frame of data, until 9012
 * @param lease how long another gateway leaves the exchange alone
 */
public record Patience(Duration answer, int repeats, Duration result, Duration lease) {

  /** Time-out and repeats of HJ 212-2017 table 2 for mobile networks; the rest is ours. */
  public static final Patience STANDARD =
      new Patience(Duration.ofSeconds(10), 3, Duration.ofMinutes(2), Duration.ofMinutes(1));

  /** From the first sending until nothing more is hoped for. */
  Duration altogether() {
    return answer.multipliedBy(repeats + 1L);
  }
}
