package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.tijian.analytics.pack.FactorColumns.Wanted;
import org.tijian.analytics.reading.FactorRows.Question;

/** Reads both sides: rows of {@code sample} and folded days. */
final class JdbcReadingStore implements ReadingStore {
  private static final String SPAN =
      """
      select least(hot.first, folded.first) as first, greatest(hot.last, folded.last) as last
        from (select min(measured_at) as first, max(measured_at) as last
                from sample where outlet_id = :outlet and kind = :kind) as hot,
             (select min(first_at) as first, max(last_at) as last
                from sample_day where outlet_id = :outlet and kind = :kind) as folded
      """;

  private final MonitoringDatabase database;
  private final FactorRows factorRows;
  private final OutletRows outletRows;
  private final FoldedLatest foldedLatest;
  private final PresenceCount presence;
  private final PeriodCount periods;

  JdbcReadingStore(MonitoringDatabase database) {
    this.database = database;
    this.factorRows = new FactorRows(database);
    this.outletRows = new OutletRows(database);
    this.foldedLatest = new FoldedLatest(database);
    this.presence = new PresenceCount(database);
    this.periods = new PeriodCount(database);
  }

  @Override
  public List<Latest> latest(long outletId) {
    List<Latest> all =
        Objects.requireNonNull(
            FactorRows.snapshot(database)
                .execute(
                    status -> {
                      List<Latest> both = new ArrayList<>(hot(outletId));
                      both.addAll(foldedLatest.ofOutlet(outletId));
                      return both;
                    }));
    all.sort(Comparator.comparing(Latest::measuredAt).reversed().thenComparing(Latest::kind));
    Map<String, Latest> byFactor = new LinkedHashMap<>();
    all.forEach(latest -> byFactor.putIfAbsent(latest.reading().factor(), latest));
    Collection<Latest> newestOfEach = byFactor.values();
    return List.copyOf(newestOfEach);
  }

  private List<Latest> hot(long outletId) {
    return database
        .jdbc()
        .sql(LatestRow.SELECT)
        .param("outlet", outletId)
        .query((row, n) -> LatestRow.read(row))
        .list();
  }

  @Override
  public Series series(long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    SeriesBuilder series = new SeriesBuilder();
    eachPeriod(new Question(outletId, factor, kind, from, until, Wanted.VALUES), series::add);
    return series.build(factor, kind);
  }

  @Override
  public Series converted(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
    SeriesBuilder series = new SeriesBuilder();
    eachPeriod(new Question(outletId, factor, kind, from, until, Wanted.ALL), series::addConverted);
    return series.build(factor, kind);
  }

  @Override
  public OutletSeries all(long outletId, PeriodKind kind, Instant from, Instant until) {
    return outletRows.read(outletId, kind, from, until);
  }

  @Override
  public List<Bucket> chart(
      long outletId, String factor, PeriodKind kind, Instant from, Instant until, int buckets) {
    ChartBuilder chart = new ChartBuilder(kind, from, until, buckets);
    eachPeriod(new Question(outletId, factor, kind, from, until, Wanted.EXTREMES), chart::add);
    return chart.build();
  }

  private void eachPeriod(Question question, Consumer<FactorRow> periods) {
    NewestVersions newest = new NewestVersions(periods);
    factorRows.each(question, newest::add);
    newest.end();
  }

  @Override
  public List<Presence> presence(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step) {
    return presence.count(outletId, kind, from, until, step);
  }

  @Override
  public long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return periods.count(outletId, kind, from, until);
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
