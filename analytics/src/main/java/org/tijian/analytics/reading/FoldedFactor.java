package org.tijian.analytics.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.FactorColumns;
import org.tijian.analytics.pack.RowColumns;

/**
 * One factor's part of a folded day, still packed.
 *
 * @param carrying of each of the day's layouts whether it has the factor; null if all rows have the
 *     day's only layout
 * @param packed null if the factor does not occur on the day
 */
@SuppressWarnings("ArrayRecordComponent")
record FoldedFactor(
    LocalDate day,
    int rows,
    byte[] times,
    byte @Nullable [] places,
    byte @Nullable [] arrivals,
    Boolean @Nullable [] carrying,
    byte @Nullable [] packed) {

  private static final FactorColumns NOTHING = FactorColumns.empty(1);

  /** Frames matter only where several rows may stand for a period. */
  static final String SELECT =
      """
      select d.day, d.row_count, d.times, d.places,
             case when d.places is not null then d.arrivals end as arrivals,
             case when d.places is not null
                  then array(select :factor = any(l.factors)
                               from unnest(d.layout_ids) with ordinality as u (id, n)
                               join factor_layout l on l.id = u.id
                              order by n) end as carrying,
             substr(b.packed, b.offsets[place] + 1, b.offsets[place + 1] - b.offsets[place])
               as packed
        from sample_day d
        left join sample_block b
          on b.outlet_id = d.outlet_id and b.kind = d.kind and b.day = d.day
        left join lateral array_position(b.factors, :factor) as place on true
       where d.outlet_id = :outlet
         and d.kind = :kind
         and d.day between beijing_day(:from) and beijing_day(:until)
       order by d.day
      """;

  static FoldedFactor read(ResultSet row) throws SQLException {
    Array carrying = row.getArray("carrying");
    return new FoldedFactor(
        row.getObject("day", LocalDate.class),
        row.getInt("row_count"),
        row.getBytes("times"),
        row.getBytes("places"),
        row.getBytes("arrivals"),
        carrying == null ? null : (Boolean[]) carrying.getArray(),
        row.getBytes("packed"));
  }

  /** Milliseconds of the epoch. */
  long end() {
    return BeijingTime.startOf(day.plusDays(1)).toEpochMilli();
  }

  /** Rows in {@code [from, until)} in order of time, part and version. */
  void each(
      Instant from, Instant until, FactorColumns.Wanted wanted, Consumer<FactorRow> consumer) {
    RowColumns columns = RowColumns.unpack(times, places, arrivals, rows);
    FactorColumns values =
        packed == null ? null : FactorColumns.unpack(packed, carried(columns), wanted);
    long first = from.toEpochMilli();
    long end = until.toEpochMilli();
    int next = 0;
    for (int i = 0; i < rows; i++) {
      long at = Math.round(columns.measuredAt()[i] / 1000.0);
      boolean has = isCarried(columns.layout()[i]);
      int n = has ? next++ : -1;
      if (at >= first && at < end) {
        consumer.accept(row(columns, i, at, values, n));
      }
    }
  }

  private int carried(RowColumns columns) {
    int carried = 0;
    for (int layout : columns.layout()) {
      carried += isCarried(layout) ? 1 : 0;
    }
    return carried;
  }

  private boolean isCarried(int layout) {
    return packed != null && (carrying == null || carrying[layout]);
  }

  private static FactorRow row(
      RowColumns columns, int i, long at, @Nullable FactorColumns values, int n) {
    boolean has = n >= 0;
    FactorColumns from = has && values != null ? values : NOTHING;
    int place = Math.max(0, n);
    return new FactorRow(
        at,
        columns.part()[i],
        columns.frame()[i],
        has,
        from.value()[place],
        from.minimum()[place],
        from.maximum()[place],
        from.converted()[place],
        from.mark()[place]);
  }
}
