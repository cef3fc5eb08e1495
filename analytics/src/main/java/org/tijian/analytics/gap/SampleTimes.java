package org.tijian.analytics.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/**
 * Which periods are there, from the key of the table {@code sample} alone. Times are put on the
 * grid of the step, counted from a Beijing midnight, so that a logger whose clock is a second off
 * loses nothing.
 */
final class SampleTimes {
  /** A Beijing midnight. */
  static final String ANCHOR = "timestamptz '1999-12-31 16:00:00Z'";

  private static final String RUNS =
      """
      with grid as (select make_interval(secs => :step) as step)
      select previous + step as from_at, at as until_at
        from (select at, lag(at) over (order by at) as previous, step
                from (select :from::timestamptz - step as at, step from grid
                      union all
                      select :until::timestamptz, step from grid
                      union all
                      select date_bin(step, measured_at + step / 2, %s), step
                        from sample, grid
                       where outlet_id = :outlet
                         and kind = :kind
                         and measured_at >= :from::timestamptz - step / 2
                         and measured_at < :until::timestamptz - step / 2) as points) as pairs
       where at - previous > step
       order by at
      """
          .formatted(ANCHOR);

  private static final String LAST_DAY =
      """
      select distinct measured_at
        from sample
       where outlet_id = :outlet and kind = :kind
         and measured_at < :until
         and measured_at > (select max(measured_at) - interval '1 day'
                              from sample
                             where outlet_id = :outlet and kind = :kind and measured_at < :until)
       order by measured_at
      """;

  private final MonitoringDatabase database;

  SampleTimes(MonitoringDatabase database) {
    this.database = database;
  }

  /** Runs of missing periods in {@code [from, until)}, both on the grid; oldest first. */
  List<Run> missing(long outletId, PeriodKind kind, Duration step, Instant from, Instant until) {
    return database
        .jdbc()
        .sql(RUNS)
        .param("outlet", outletId)
        .param("kind", kind.code())
        .param("step", step.toSeconds())
        .param("from", utc(from))
        .param("until", utc(until))
        .query((row, n) -> new Run(instant(row, "from_at"), instant(row, "until_at")))
        .list();
  }

  /** Times of the periods of the last day that has any, oldest first, each once. */
  List<Instant> lastDay(long outletId, PeriodKind kind, Instant until) {
    return database
        .jdbc()
        .sql(LAST_DAY)
        .param("outlet", outletId)
        .param("kind", kind.code())
        .param("until", utc(until))
        .query((row, n) -> instant(row, "measured_at"))
        .list();
  }

  /** The last moment of the grid that is not after the given one. */
  static Instant onGrid(Instant moment, Duration step) {
    long seconds = moment.getEpochSecond() + BeijingTime.OFFSET.getTotalSeconds();
    return Instant.ofEpochSecond(
        seconds - Math.floorMod(seconds, step.toSeconds()) - BeijingTime.OFFSET.getTotalSeconds());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
