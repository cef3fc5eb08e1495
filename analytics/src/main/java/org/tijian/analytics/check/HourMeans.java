package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * Means of the clock hours of a span, over the minutes marked as normal; NaN for an hour that has
 * fewer of them than a valid hour needs.
 *
 * @param start start of the first hour
 */
@SuppressWarnings("ArrayRecordComponent")
record HourMeans(Instant start, double[] mean) {
  private static final int SECONDS = 3600;

  static HourMeans of(Series minutes, Instant from, Instant until, int validMinutes) {
    Instant floor = from.truncatedTo(ChronoUnit.HOURS);
    Instant start = floor.equals(from) ? floor : floor.plus(1, ChronoUnit.HOURS);
    int hours = (int) Math.max(0, Duration.between(start, until).toHours());
    double[] sum = new double[hours];
    int[] count = new int[hours];
    for (int i = 0; i < minutes.size(); i++) {
      long hour = Math.floorDiv(Duration.between(start, minutes.at()[i]).toSeconds(), SECONDS);
      boolean counts = minutes.flag()[i].isNormal() && !Double.isNaN(minutes.value()[i]);
      if (counts && hour >= 0 && hour < hours) {
        sum[(int) hour] += minutes.value()[i];
        count[(int) hour]++;
      }
    }
    for (int hour = 0; hour < hours; hour++) {
      sum[hour] = count[hour] < validMinutes ? Double.NaN : sum[hour] / count[hour];
    }
    return new HourMeans(start, sum);
  }

  Instant at(int hour) {
    return start.plusSeconds((long) hour * SECONDS);
  }
}
