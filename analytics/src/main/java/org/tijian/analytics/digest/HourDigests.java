package org.tijian.analytics.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.ReadingStore.Series;

/** Tells the clock hours of a span from minutes. */
public final class HourDigests {
  private static final int SECONDS = 3600;

  private HourDigests() {}

  /**
   * Every clock hour that {@code [from, until)} touches, in order, silent ones too: the hour at
   * place i starts i hours after the first.
   *
   * @param minutes ascending; those outside the span are left out
   * @param fullScale of the instrument, in the unit of the values; positive infinity if none is
   *     known
   */
  public static FactorHours of(Series minutes, Instant from, Instant until, double fullScale) {
    List<HourDigest> hours = new ArrayList<>();
    int next = 0;
    while (next < minutes.size() && minutes.at()[next].isBefore(from)) {
      next++;
    }
    for (Instant start = from.truncatedTo(ChronoUnit.HOURS);
        start.isBefore(until);
        start = start.plusSeconds(SECONDS)) {
      Instant end = earlier(start.plusSeconds(SECONDS), until);
      long endSecond = end.getEpochSecond();
      HourSums sums = new HourSums(fullScale);
      while (next < minutes.size() && minutes.at()[next].getEpochSecond() < endSecond) {
        DataFlag mark = minutes.flag()[next];
        sums.add(minutes.value()[next], mark);
        next++;
      }
      hours.add(sums.digest(start, due(start, end, from)));
    }
    return new FactorHours(hours, gasMinutes(minutes, from, until));
  }

  private static Series gasMinutes(Series minutes, Instant from, Instant until) {
    int[] places =
        IntStream.range(0, minutes.size())
            .filter(i -> minutes.flag()[i].equals(DataFlag.CALIBRATION))
            .filter(i -> !Double.isNaN(minutes.value()[i]))
            .filter(i -> !minutes.at()[i].isBefore(from) && minutes.at()[i].isBefore(until))
            .toArray();
    return new Series(
        minutes.factor(),
        minutes.kind(),
        IntStream.of(places).mapToObj(i -> minutes.at()[i]).toArray(Instant[]::new),
        IntStream.of(places).mapToDouble(i -> minutes.value()[i]).toArray(),
        IntStream.of(places).mapToObj(i -> DataFlag.CALIBRATION).toArray(DataFlag[]::new));
  }

  private static int due(Instant start, Instant end, Instant from) {
    Instant first = start.isBefore(from) ? from : start;
    return (int) Duration.between(first, end).toMinutes();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
