package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * HJ 212 has no time zone field: every time in a frame is Beijing time, and days begin at Beijing
 * midnight.
 */
public final class BeijingTime {
  public static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

  private BeijingTime() {}

  public static LocalDate dateOf(Instant instant) {
    return instant.atOffset(OFFSET).toLocalDate();
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(OFFSET);
  }
}
