package org.tijian.analytics.kept;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore.Series;

/** Cuts and joins minutes of gas checks. */
final class GasMinutes {
  private GasMinutes() {}

  static Series between(Series minutes, Instant from, Instant until) {
    int[] places =
        IntStream.range(0, minutes.size())
            .filter(i -> !minutes.at()[i].isBefore(from) && minutes.at()[i].isBefore(until))
            .toArray();
    return new Series(
        minutes.factor(),
        minutes.kind(),
        IntStream.of(places).mapToObj(i -> minutes.at()[i]).toArray(Instant[]::new),
        IntStream.of(places).mapToDouble(i -> minutes.value()[i]).toArray(),
        IntStream.of(places).mapToObj(i -> minutes.flag()[i]).toArray(DataFlag[]::new));
  }

  /**
   * @param parts in order of time
   */
  static Series joined(String factor, List<Series> parts) {
    return new Series(
        factor,
        PeriodKind.MINUTE,
        parts.stream().flatMap(part -> Stream.of(part.at())).toArray(Instant[]::new),
        parts.stream().flatMapToDouble(part -> java.util.Arrays.stream(part.value())).toArray(),
        parts.stream().flatMap(part -> Stream.of(part.flag())).toArray(DataFlag[]::new));
  }
}
