package org.tijian.analytics.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/** Minute data of one outlet held in memory, told in stretches of equal minutes. */
public final class MinuteLog implements ReadingStore {
  private final Map<String, TreeMap<Instant, Minute>> byFactor = new TreeMap<>();
  private final Map<String, Integer> seriesRead = new TreeMap<>();

  /** Adds a stretch of minutes; NaN for minutes that carry no number. */
  public MinuteLog add(String factor, Instant from, int minutes, double value, String mark) {
    TreeMap<Instant, Minute> series = byFactor.computeIfAbsent(factor, f -> new TreeMap<>());
    for (int i = 0; i < minutes; i++) {
      series.put(from.plus(Duration.ofMinutes(i)), new Minute(value, new DataFlag(mark)));
    }
    return this;
  }

  /** How often each factor was read, hours apart from minutes. */
  public Map<String, Integer> seriesRead() {
    return Map.copyOf(seriesRead);
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    seriesRead.merge(factor + " " + kind, 1, Integer::sum);
    var minutes = byFactor.getOrDefault(factor, new TreeMap<>()).subMap(from, until);
    return new Series(
        factor,
        kind,
        minutes.keySet().toArray(Instant[]::new),
        minutes.values().stream().mapToDouble(Minute::value).toArray(),
        minutes.values().stream().map(Minute::flag).toArray(DataFlag[]::new));
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return byFactor.values().stream()
        .flatMap(series -> series.subMap(from, until).keySet().stream())
        .distinct()
        .count();
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    var times = byFactor.values().stream().flatMap(s -> s.keySet().stream()).sorted().toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(times.get(0), times.get(times.size() - 1)));
  }

  @Override
  public List<Latest> latest(long outletId) {
    return List.of();
  }

  @Override
  public List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets) {
    return List.of();
  }

  @Override
  public List<Presence> presence(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step) {
    return List.of();
  }

  private record Minute(double value, DataFlag flag) {}
}
