package org.tijian.analytics.kept;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** The table {@code day_digest}. */
final class DigestTable {
  /** Folded and not: a day is on one side or the other, in one snapshot never on both. */
  private static final String ROWS =
      """
      select day, sum(n)::bigint as rows
        from (select beijing_day(measured_at) as day, count(*) as n
                from sample
               where outlet_id = :outlet and kind = :kind
                 and measured_at >= :from and measured_at < :until
               group by 1
              union all
              select day, row_count
                from sample_day
               where outlet_id = :outlet and kind = :kind and day between :first and :last) as both_sides
       group by day
      """;

  private static final String READ =
      """
      select day, factor, full_scale, row_count, packed
        from day_digest
       where outlet_id = :outlet and day between :first and :last and version = :version
      """;

  private static final String KEEP =
      """
      insert into day_digest (outlet_id, day, factor, full_scale, version, row_count, packed)
      select :outlet, day::date, :factor, :scale, :version, rows, packed
        from unnest(:days::text[], :rows::bigint[], :packed::bytea[]) as told (day, rows, packed)
      on conflict (outlet_id, day, factor, full_scale) do update
         set version = excluded.version, row_count = excluded.row_count, packed = excluded.packed
      """;

  private static final String FORGET =
      "delete from day_digest where outlet_id = :outlet and day < :day";

  private final MonitoringDatabase database;

  DigestTable(MonitoringDatabase database) {
    this.database = database;
  }

  /** What a digest is about. */
  record Key(LocalDate day, String factor, double fullScale) {}

  /**
   * @param rows rows of minutes that the day had
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(long rows, byte[] packed) {}

  /** How many rows of minutes each day has; days without any are left out. */
  Map<LocalDate, Long> rows(long outletId, LocalDate first, LocalDate last) {
    Map<LocalDate, Long> rows = new HashMap<>();
    database
        .jdbc()
        .sql(ROWS)
        .param("outlet", outletId)
        .param("kind", PeriodKind.MINUTE.code())
        .param("first", first)
        .param("last", last)
        .param("from", BeijingTime.startOf(first).atOffset(ZoneOffset.UTC))
        .param("until", BeijingTime.startOf(last.plusDays(1)).atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              rows.put(row.getObject("day", LocalDate.class), row.getLong("rows"));
            });
    return rows;
  }

  Map<Key, Kept> read(long outletId, LocalDate first, LocalDate last) {
    Map<Key, Kept> kept = new HashMap<>();
    database
        .jdbc()
        .sql(READ)
        .param("outlet", outletId)
        .param("first", first)
        .param("last", last)
        .param("version", DayCode.VERSION)
        .query(
            row -> {
              Key key =
                  new Key(
                      row.getObject("day", LocalDate.class),
                      row.getString("factor"),
                      row.getDouble("full_scale"));
              kept.put(key, new Kept(row.getLong("row_count"), row.getBytes("packed")));
            });
    return kept;
  }

  /** Keeps days of one factor; what is kept of them already is replaced. */
  void keep(long outletId, Map<Key, Kept> told) {
    if (told.isEmpty()) {
      return;
    }
    List<Map.Entry<Key, Kept>> days = List.copyOf(told.entrySet());
    Key any = days.get(0).getKey();
    database
        .jdbc()
        .sql(KEEP)
        .param("outlet", outletId)
        .param("factor", any.factor())
        .param("scale", any.fullScale())
        .param("version", DayCode.VERSION)
        .param(
            "days", days.stream().map(day -> day.getKey().day().toString()).toArray(String[]::new))
        .param("rows", days.stream().map(day -> day.getValue().rows()).toArray(Long[]::new))
        .param("packed", days.stream().map(day -> day.getValue().packed()).toArray(byte[][]::new))
        .update();
  }

  void forgetBefore(long outletId, LocalDate day) {
    database.jdbc().sql(FORGET).param("outlet", outletId).param("day", day).update();
  }
}
