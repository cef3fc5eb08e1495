package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.tijian.analytics.pack.RowColumns;

/** Counts the stored periods of a span on both sides, in one statement and so in one snapshot. */
final class PeriodCount {
  /**
   * A folded day that lies whole in the span is counted without being unpacked; of one at its ends
   * the times come along, for here they are unpacked far sooner than by SQL.
   */
  private static final String COUNT =
      """
      select count(distinct measured_at) as periods, null::bytea as times, 0 as rows
        from sample
       where outlet_id = :outlet and kind = :kind and measured_at >= :from and measured_at < :until
      union all
      select sum(periods), null, 0
        from sample_day
       where outlet_id = :outlet and kind = :kind and first_at >= :from and last_at < :until
      union all
      select 0, times, row_count
        from sample_day
       where outlet_id = :outlet and kind = :kind and last_at >= :from and first_at < :until
         and (first_at < :from or last_at >= :until)
      """;

  private final MonitoringDatabase database;

  PeriodCount(MonitoringDatabase database) {
    this.database = database;
  }

  long count(long outletId, PeriodKind kind, Instant from, Instant until) {
    return database
        .jdbc()
        .sql(COUNT)
        .param("outlet", outletId)
        .param("kind", kind.code())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getLong("periods") + among(row, micros(from), micros(until)))
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static long among(ResultSet row, long from, long until) throws SQLException {
    byte[] times = row.getBytes("times");
    if (times == null) {
      return 0;
    }
    long count = 0;
    long last = Long.MIN_VALUE;
    for (long at : RowColumns.times(times, row.getInt("rows"))) {
      count += at != last && at >= from && at < until ? 1 : 0;
      last = at;
    }
    return count;
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
