package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A device on a Beijing day: what accounts are kept for. Sorted, so that concurrent batches take
 * the rows in the same order.
 */
record DeviceDay(String mn, LocalDate day) implements Comparable<DeviceDay> {
  private static final Comparator<DeviceDay> ORDER =
      Comparator.comparing(DeviceDay::mn).thenComparing(DeviceDay::day);

  static DeviceDay of(String mn, Instant arrival) {
    return new DeviceDay(mn, BeijingTime.dateOf(arrival));
  }

  @Override
  public int compareTo(DeviceDay other) {
    return ORDER.compare(this, other);
  }
}
