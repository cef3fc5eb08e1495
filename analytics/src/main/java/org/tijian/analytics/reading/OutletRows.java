package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import org.tijian.analytics.pack.FactorColumns.Wanted;
import org.tijian.analytics.reading.ReadingStore.Series;

/**
 * An outlet's rows of both sides with all their factors, in one snapshot: what {@link FactorRows}
 * asks for each factor is asked once.
 */
final class OutletRows {
  private final MonitoringDatabase database;
  private final TransactionTemplate snapshot;
  private final StoredLayouts stored;
  private final Map<Integer, List<String>> layouts = new ConcurrentHashMap<>();

  OutletRows(MonitoringDatabase database) {
    this.database = database;
    this.snapshot = FactorRows.snapshot(database);
    this.stored = new StoredLayouts(database);
  }

  OutletSeries read(long outletId, PeriodKind kind, Instant from, Instant until) {
    Map<String, Object> asked =
        Map.of(
            "outlet", outletId,
            "kind", kind.code(),
            "from", from.atOffset(ZoneOffset.UTC),
            "until", until.atOffset(ZoneOffset.UTC));
    return Objects.requireNonNull(snapshot.execute(status -> read(asked, kind, from, until)));
  }

  private OutletSeries read(
      Map<String, Object> asked, PeriodKind kind, Instant from, Instant until) {
    List<FoldedBlock> folded =
        database
            .jdbc()
            .sql(FoldedBlock.SELECT)
            .params(asked)
            .query((row, n) -> FoldedBlock.read(row))
            .list();
    List<OutletRow> hot =
        database
            .jdbc()
            .sql(OutletRow.SELECT)
            .params(asked)
            .query((row, n) -> OutletRow.read(row))
            .list();
    learn(folded, hot);
    return new Rows(kind, from, until, folded, hot, layouts);
  }

  /** A layout never changes. */
  private void learn(List<FoldedBlock> folded, List<OutletRow> hot) {
    Set<Integer> unknown =
        Stream.concat(
                folded.stream().flatMap(day -> day.layoutIds().stream()),
                hot.stream().map(OutletRow::layoutId))
            .filter(id -> !layouts.containsKey(id))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      layouts.putAll(stored.factors(unknown));
    }
  }

  private record Rows(
      PeriodKind kind,
      Instant from,
      Instant until,
      List<FoldedBlock> folded,
      List<OutletRow> hot,
      Map<Integer, List<String>> layouts)
      implements OutletSeries {

    @Override
    public Series values(String factor) {
      return series(factor, Wanted.VALUES, SeriesBuilder::add);
    }

    @Override
    public Series converted(String factor) {
      return series(factor, Wanted.ALL, SeriesBuilder::addConverted);
    }

    private Series series(String factor, Wanted wanted, BiConsumer<SeriesBuilder, FactorRow> add) {
      SeriesBuilder series = new SeriesBuilder();
      NewestVersions newest = new NewestVersions(period -> add.accept(series, period));
      each(factor, wanted, newest::add);
      newest.end();
      return series.build(factor, kind);
    }

    private void each(String factor, Wanted wanted, Consumer<FactorRow> rows) {
      Deque<FoldedBlock> days = new ArrayDeque<>(folded);
      for (OutletRow row : hot) {
        while (!days.isEmpty() && days.element().end() <= row.at()) {
          emit(days.remove(), factor, wanted, rows);
        }
        rows.accept(row.of(factor, layouts.getOrDefault(row.layoutId(), List.of())));
      }
      days.forEach(day -> emit(day, factor, wanted, rows));
    }

    private void emit(FoldedBlock day, String factor, Wanted wanted, Consumer<FactorRow> rows) {
      day.of(factor, layouts).each(from, until, wanted, rows);
    }
  }
}
