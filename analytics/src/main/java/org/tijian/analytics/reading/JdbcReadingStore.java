package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the table {@code sample}. */
final class JdbcReadingStore implements ReadingStore {
  private static final int ROWS_AT_A_TIME = 10_000;

  private static final String COUNT =
      """
      select count(*)
        from (select distinct measured_at
                from sample
               where outlet_id = :outlet and kind = :kind
                 and measured_at >= :from and measured_at < :until) as period
      """;

  private static final String SPAN =
      """
      select min(measured_at) as first, max(measured_at) as last
        from sample
       where outlet_id = :outlet and kind = :kind
      """;

  private final MonitoringDatabase database;

  JdbcReadingStore(MonitoringDatabase database) {
    this.database = database;
  }

  @Override
  public List<Latest> latest(long outletId) {
    Map<String, Latest> byFactor = new LinkedHashMap<>();
    database
        .jdbc()
        .sql(LatestRow.SELECT)
        .param("outlet", outletId)
        .query((row, n) -> LatestRow.read(row))
        .list()
        .forEach(latest -> byFactor.putIfAbsent(latest.reading().factor(), latest));
    Collection<Latest> newestOfEach = byFactor.values();
    return List.copyOf(newestOfEach);
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    SeriesBuilder series = new SeriesBuilder();
    eachPeriod(outletId, factor, kind, from, until, series::add);
    return series.build(factor, kind);
  }

  @Override
  public List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets) {
    ChartBuilder chart = new ChartBuilder(kind, from, until, buckets);
    eachPeriod(outletId, factor, kind, from, until, chart::add);
    return chart.build();
  }

  /** In a transaction, because only there PostgreSQL hands out a long result in portions. */
  private void eachPeriod(
      long outletId,
      String factor,
      PeriodKind kind,
      Instant from,
      Instant until,
      Consumer<FactorRow> periods) {
    NewestVersions newest = new NewestVersions(periods);
    database
        .transaction()
        .executeWithoutResult(
            status ->
                database
                    .jdbc()
                    .sql(FactorRow.SELECT)
                    .withFetchSize(ROWS_AT_A_TIME)
                    .params(
                        Map.of(
                            "outlet", outletId,
                            "factor", factor,
                            "kind", kind.code(),
                            "from", utc(from),
                            "until", utc(until)))
                    .query(
                        (ResultSet row) -> {
                          newest.add(FactorRow.read(row));
                        }));
    newest.end();
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return database
        .jdbc()
        .sql(COUNT)
        .param("outlet", outletId)
        .param("kind", kind.code())
        .param("from", utc(from))
        .param("until", utc(until))
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Span> span(long outletId, PeriodKind kind) {
    return database
        .jdbc()
        .sql(SPAN)
        .param("outlet", outletId)
        .param("kind", kind.code())
        .query((row, n) -> span(row))
        .single();
  }

  private static Optional<Span> span(ResultSet row) throws SQLException {
    OffsetDateTime first = row.getObject("first", OffsetDateTime.class);
    OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
    return first == null
        ? Optional.empty()
        : Optional.of(new Span(first.toInstant(), Objects.requireNonNull(last).toInstant()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
