package org.tijian.analytics.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingSource;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.shape.Shape;

/** What the logger of a plant sends: minutes, and hours made of them. */
final class PlantReadings implements ReadingSource {
  private static final double AIR = 21;
  private static final double REFERENCE = 15;
  private static final int HOUR = 60;

  private final Plant plant;
  private final Instant[] times;
  private final Map<String, Column> columns = new HashMap<>();

  PlantReadings(Plant plant) {
    this.plant = plant;
    List<Instant> arrived = new ArrayList<>();
    for (Instant at = plant.from(); at.isBefore(plant.until()); at = at.plusSeconds(60)) {
      if (!plant.lost.test(at)) {
        arrived.add(at);
      }
    }
    times = arrived.toArray(Instant[]::new);
    PlantMinutes minutes = new PlantMinutes(plant);
    for (String factor : Plant.FACTORS) {
      columns.put(factor, new Column(new double[times.length], new DataFlag[times.length]));
    }
    for (int i = 0; i < times.length; i++) {
      minutes.put(times[i], i, columns);
    }
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    if (!columns.containsKey(factor)) {
      return none(factor, kind);
    }
    if (kind == PeriodKind.HOUR) {
      return hours(factor, from, until, plant.reported.getOrDefault(factor, Shape.sound()));
    }
    Column column = Column.of(columns, factor);
    int first = place(from);
    int end = place(until);
    return kind == PeriodKind.MINUTE && first < end
        ? new Series(
            factor,
            kind,
            Arrays.copyOfRange(times, first, end),
            Arrays.copyOfRange(column.values(), first, end),
            Arrays.copyOfRange(column.flags(), first, end))
        : none(factor, kind);
  }

  /** Hours of a pollutant converted by the hour's oxygen. */
  @Override
  public Series converted(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    if (kind != PeriodKind.HOUR || !factor.equals(Plant.NOX) && !factor.equals(Plant.CO)) {
      return none(factor, kind);
    }
    Series measured = hours(factor, from, until, Shape.sound());
    Series oxygen = hours(Plant.OXYGEN, from, until, Shape.sound());
    double[] converted = measured.value().clone();
    for (int i = 0; i < converted.length; i++) {
      double ratio = (AIR - REFERENCE) / (AIR - oxygen.value()[i]);
      double made = plant.conversion.seen(measured.at()[i], ratio);
      converted[i] = PlantMinutes.rounded(factor, converted[i] * made);
    }
    return new Series(factor, kind, measured.at(), converted, measured.flag());
  }

  private Series hours(String factor, Instant from, Instant until, Shape shape) {
    Column column = Column.of(columns, factor);
    List<Instant> starts = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (Instant hour = from; hour.isBefore(until); hour = hour.plus(Duration.ofHours(1))) {
      int first = place(hour);
      int end = place(hour.plus(Duration.ofHours(1)));
      double[] normal =
          IntStream.range(first, end)
              .filter(i -> column.flags()[i].isNormal() && !Double.isNaN(column.values()[i]))
              .mapToDouble(i -> column.values()[i])
              .toArray();
      if (normal.length * 4 >= HOUR * 3) {
        double mean = Arrays.stream(normal).average().orElse(Double.NaN);
        starts.add(hour);
        means.add(shape.seen(hour, mean));
      }
    }
    DataFlag[] marks = new DataFlag[starts.size()];
    Arrays.fill(marks, DataFlag.NORMAL);
    return new Series(
        factor,
        PeriodKind.HOUR,
        starts.toArray(Instant[]::new),
        means.stream().mapToDouble(mean -> PlantMinutes.rounded(factor, mean)).toArray(),
        marks);
  }

  private static Series none(String factor, PeriodKind kind) {
    return new Series(factor, kind, new Instant[0], new double[0], new DataFlag[0]);
  }

  private int place(Instant moment) {
    int found = Arrays.binarySearch(times, moment);
    return found >= 0 ? found : -found - 1;
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return kind == PeriodKind.MINUTE ? Math.max(0, place(until) - place(from)) : 0;
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return kind == PeriodKind.MINUTE && times.length > 0
        ? Optional.of(new Span(times[0], times[times.length - 1]))
        : Optional.empty();
  }
}
