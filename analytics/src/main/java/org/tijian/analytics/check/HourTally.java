package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * The clock hours of a span, counted from the minutes of one factor. A minute is valid if it
 * carries a number marked as normal. An hour in which the source stood still for so long that it
 * could not reach the wanted number of valid minutes counts as stopped, any other that does not
 * reach it as invalid; an hour without minutes is invalid.
 *
 * @param hours whole clock hours of the span
 * @param stopped hours with the source stopped
 * @param invalid hours that ran and have too few valid minutes
 * @param silent hours among the invalid ones without a single minute
 * @param fewestValid smallest number of valid minutes of an hour that ran; 0 if none ran
 * @param poorest start of that hour, the first of them if several; null if none ran
 */
record HourTally(
    int hours, int stopped, int invalid, int silent, int fewestValid, @Nullable Instant poorest) {
  private static final int MINUTES = 60;
  private static final int SECONDS = 3600;

  /**
   * @param wantedMinutes valid minutes that make a valid hour, 1 to 60
   */
  static HourTally of(Series minutes, Instant from, Instant until, int wantedMinutes) {
    Instant start = hourAtOrAfter(from);
    int hours = (int) Math.max(0, Duration.between(start, until).toHours());
    int[] valid = new int[hours];
    int[] stopped = new int[hours];
    int[] present = new int[hours];
    count(minutes, start, valid, stopped, present);
    return tally(valid, stopped, present, start, wantedMinutes);
  }

  int running() {
    return hours - stopped;
  }

  private static Instant hourAtOrAfter(Instant moment) {
    Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  private static void count(
      Series minutes, Instant start, int[] valid, int[] stopped, int[] present) {
    long zero = start.getEpochSecond();
    for (int i = 0; i < minutes.size(); i++) {
      long hour = Math.floorDiv(minutes.at()[i].getEpochSecond() - zero, SECONDS);
      if (hour >= 0 && hour < valid.length) {
        DataFlag flag = minutes.flag()[i];
        present[(int) hour]++;
        valid[(int) hour] += flag.isNormal() && !Double.isNaN(minutes.value()[i]) ? 1 : 0;
        stopped[(int) hour] += flag.equals(DataFlag.STOPPED) ? 1 : 0;
      }
    }
  }

  private static HourTally tally(
      int[] valid, int[] stopped, int[] present, Instant start, int wanted) {
    int stoppedHours = 0;
    int invalid = 0;
    int silent = 0;
    int poorest = -1;
    for (int hour = 0; hour < valid.length; hour++) {
      if (stopped[hour] > MINUTES - wanted) {
        stoppedHours++;
      } else {
        invalid += valid[hour] < wanted ? 1 : 0;
        silent += present[hour] == 0 ? 1 : 0;
        poorest = poorest < 0 || valid[hour] < valid[poorest] ? hour : poorest;
      }
    }
    return new HourTally(
        valid.length,
        stoppedHours,
        invalid,
        silent,
        poorest < 0 ? 0 : valid[poorest],
        poorest < 0 ? null : start.plusSeconds((long) poorest * SECONDS));
  }
}
