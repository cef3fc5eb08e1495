package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The newest values of an outlet, factor by factor. */
final class LatestRow {
  /** The newest time of each kind, folded or not, and how far back from it is still "latest". */
  static final String NEWEST =
      """
        select kind.code, kind.reach,
               greatest((select max(measured_at) from sample
                          where outlet_id = :outlet and kind = kind.code),
                        (select last_at from sample_day
                          where outlet_id = :outlet and kind = kind.code
                          order by day desc limit 1)) as at
          from (values (2011, interval '1 hour'), (2051, interval '1 day'),
                       (2061, interval '7 days'), (2031, interval '31 days')) as kind (code, reach)
      """;

  /**
   * Of every kind the newest row per layout and part, looking back as far as a kind's values are
   * still worth showing as "latest": factors that a logger reports in turns are all found, and the
   * history is not walked.
   */
  static final String SELECT =
      """
      with newest as materialized (%s), keys as (
        select newest.code as kind, s.measured_at, s.part, s.version
          from newest
         cross join lateral
               (select distinct on (part, layout_id) measured_at, part, version
                  from sample
                 where outlet_id = :outlet and kind = newest.code
                   and measured_at > newest.at - newest.reach
                 order by part, layout_id, measured_at desc, version desc) as s
      ), recent as (
        select s.*
          from keys
          join sample s on s.outlet_id = :outlet and s.kind = keys.kind
                       and s.measured_at = keys.measured_at and s.part = keys.part
                       and s.version = keys.version
      )
      select f.factor, recent.kind, recent.measured_at, recent.received_at, recent.value[f.i],
             recent.minimum[f.i], recent.maximum[f.i], recent.amount[f.i], recent.converted[f.i],
             recent.mark[f.i]
        from recent
        join factor_layout l on l.id = recent.layout_id
       cross join lateral unnest(l.factors) with ordinality as f (factor, i)
       order by recent.measured_at desc, recent.kind, recent.frame_id desc, f.i
      """
          .formatted(NEWEST);

  private LatestRow() {}

  static ReadingStore.Latest read(ResultSet row) throws SQLException {
    String mark = row.getString(10);
    return new ReadingStore.Latest(
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
}
