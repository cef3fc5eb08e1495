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
import org.jspecify.annotations.Nullable;

/** Reads the table {@code sample}. */
final class JdbcReadingStore implements ReadingStore {
  private static final int ROWS_AT_A_TIME = 10_000;

  /**
   * Of every kind the newest row per layout and part, looking back as far as a kind's values are
   * still worth showing as "latest": factors that a logger reports in turns are all found, and the
   * history is not walked.
   */
  private static final String LATEST =
      """
      with newest as (
        select kind.code, kind.reach,
               (select max(measured_at) from sample where outlet_id = :outlet and kind = kind.code)
                 as at
          from (values (2011, interval '1 hour'), (2051, interval '1 day'),
                       (2061, interval '7 days'), (2031, interval '31 days')) as kind (code, reach)
      ), recent as (
        select distinct on (s.kind, s.part, s.layout_id) s.*
          from newest
          join sample s on s.outlet_id = :outlet and s.kind = newest.code
                       and s.measured_at > newest.at - newest.reach
         order by s.kind, s.part, s.layout_id, s.measured_at desc, s.version desc
      )
      select f.factor, recent.kind, recent.measured_at, recent.received_at, recent.value[f.i],
             recent.minimum[f.i], recent.maximum[f.i], recent.amount[f.i], recent.converted[f.i],
             recent.mark[f.i]
        from recent
        join factor_layout l on l.id = recent.layout_id
       cross join lateral unnest(l.factors) with ordinality as f (factor, i)
       order by recent.measured_at desc, recent.kind, recent.frame_id desc
      """;

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
        .sql(LATEST)
        .param("outlet", outletId)
        .query((row, n) -> latest(row))
        .list()
        .forEach(latest -> byFactor.putIfAbsent(latest.reading().factor(), latest));
    Collection<Latest> newestOfEach = byFactor.values();
    return List.copyOf(newestOfEach);
  }

  private static Latest latest(ResultSet row) throws SQLException {
    String mark = row.getString(10);
    return new Latest(
        new FactorReading(
            row.getString(1),
            number(row, 5),
            number(row, 6),
            number(row, 7),
            number(row, 8),
            number(row, 9),
            mark == null ? DataFlag.NORMAL : new DataFlag(mark)),
        PeriodKind.of(row.getInt(2)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    return row.getObject(column, Double.class);
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
