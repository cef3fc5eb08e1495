package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.digest.HourDigest;

/**
 * Means of the clock hours of a span, over the minutes marked as normal; NaN for an hour that has
 * fewer of them than a valid hour needs.
 *
 * @param start start of the first hour; of no use if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record HourMeans(Instant start, double[] mean) {
  private static final int SECONDS = 3600;

  static HourMeans of(List<HourDigest> hours, int validMinutes) {
    List<HourDigest> whole = hours.stream().filter(HourDigest::isWhole).toList();
    Instant start = whole.isEmpty() ? Instant.EPOCH : whole.get(0).start();
    return new HourMeans(
        start, whole.stream().mapToDouble(hour -> hour.meanOf(validMinutes)).toArray());
  }

  Instant at(int hour) {
    return start.plusSeconds((long) hour * SECONDS);
  }
}
