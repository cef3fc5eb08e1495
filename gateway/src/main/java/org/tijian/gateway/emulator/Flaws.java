package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.shape.Noise;

/** What goes wrong at an outlet, planted so that a check-up has something to find (synthesised). */
final class Flaws {
  private static final LocalTime MAINTENANCE_BEGINS = LocalTime.of(9, 0);
  private static final LocalTime MAINTENANCE_ENDS = LocalTime.of(15, 0);
  private static final int MAINTENANCE_EVERY_DAYS = 9;
  private static final int SHORTEST_GAP = 5;
  private static final int LONGEST_GAP = 40;

  /** Gaps begin at 03:00 at the earliest, so that none hides the daily gas check. */
  private static final int EARLIEST_GAP = 180;

  private static final int LATEST_GAP = 24 * 60 - LONGEST_GAP;

  /** One gap of 22.5 minutes on average and a second one on these days make 2 % of the minutes. */
  private static final double DAYS_WITH_SECOND_GAP = 0.28;

  private final Profile profile;

  Flaws(Profile profile) {
    this.profile = profile;
  }

  /** Whether the logger never sends the minute that begins at this moment. */
  boolean missing(Instant minute) {
    if (!profile.flawed()) {
      return false;
    }
    OffsetDateTime local = minute.atOffset(BeijingTime.OFFSET);
    long day = local.toLocalDate().toEpochDay();
    int ofDay = local.get(ChronoField.MINUTE_OF_DAY);
    return inGap("first", day, ofDay)
        || (noise("second").share(day) < DAYS_WITH_SECOND_GAP && inGap("other", day, ofDay));
  }

  /** Whether the gas analysers are being maintained. */
  boolean maintenance(Instant at) {
    OffsetDateTime local = at.atOffset(BeijingTime.OFFSET);
    LocalTime time = local.toLocalTime();
    return profile.flawed()
        && isMaintenanceDay(local.toLocalDate())
        && !time.isBefore(MAINTENANCE_BEGINS)
        && time.isBefore(MAINTENANCE_ENDS);
  }

  static boolean isMaintenanceDay(LocalDate day) {
    return Math.floorMod(day.toEpochDay(), MAINTENANCE_EVERY_DAYS) == 0;
  }

  private boolean inGap(String which, long day, int minuteOfDay) {
    int length = between(which + " length", day, SHORTEST_GAP, LONGEST_GAP);
    int begin = between(which + " begin", day, EARLIEST_GAP, LATEST_GAP);
    return minuteOfDay >= begin && minuteOfDay < begin + length;
  }

  private int between(String quantity, long day, int least, int most) {
    return least + (int) (noise(quantity).share(day) * (most - least + 1));
  }

  private Noise noise(String quantity) {
    return profile.noise().of("gap " + quantity);
  }
}
