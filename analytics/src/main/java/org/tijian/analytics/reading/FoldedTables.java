package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tijian.analytics.pack.RowColumns;

/** The tables {@code sample_day} and {@code sample_block}: putting days in and taking them out. */
final class FoldedTables {
  private static final String ADD_DAY =
      """
      insert into sample_day (outlet_id, kind, day, row_count, periods, first_at, last_at,
                              layout_ids, times, places, arrivals, hashes)
      values (:outlet, :kind, :day, :rows, :periods, :first, :last, :layouts, :times,
              :places::bytea, :arrivals, :hashes::bytea)
      """;

  private static final String ADD_BLOCK =
      """
      insert into sample_block (outlet_id, kind, day, factors, offsets, packed)
      values (:outlet, :kind, :day, :factors, :offsets, :packed)
      """;

  /** Two that want the same days get at them one after the other, and the second finds nothing. */
  private static final String LOCK =
      """
      select d.outlet_id
        from unnest(:outlets::bigint[], :kinds::int[], :days::date[])
               as asked (outlet_id, kind, day)
        join sample_day d using (outlet_id, kind, day)
       order by d.outlet_id, d.kind, d.day
         for update of d
      """;

  private static final String TAKE_BLOCKS =
      """
      delete from sample_block b
       using unnest(:outlets::bigint[], :kinds::int[], :days::date[]) as asked (outlet, kind, day)
       where b.outlet_id = asked.outlet and b.kind = asked.kind and b.day = asked.day
      returning b.outlet_id, b.kind, b.day, b.factors, b.offsets, b.packed
      """;

  private static final String TAKE_DAYS =
      """
      delete from sample_day d
       using unnest(:outlets::bigint[], :kinds::int[], :days::date[]) as asked (outlet, kind, day)
       where d.outlet_id = asked.outlet and d.kind = asked.kind and d.day = asked.day
      returning d.outlet_id, d.kind, d.day, row_count, periods, first_at, last_at, layout_ids,
                times, places, arrivals, hashes
      """;

  private final MonitoringDatabase database;

  FoldedTables(MonitoringDatabase database) {
    this.database = database;
  }

  void add(FoldedDay folded) {
    OutletDay day = folded.day();
    RowColumns.Packed columns = folded.columns();
    database
        .jdbc()
        .sql(ADD_DAY)
        .param("outlet", day.outletId())
        .param("kind", day.kind())
        .param("day", day.day())
        .param("rows", folded.rows())
        .param("periods", folded.periods())
        .param("first", folded.first().atOffset(ZoneOffset.UTC))
        .param("last", folded.last().atOffset(ZoneOffset.UTC))
        .param("layouts", folded.layoutIds().toArray(Integer[]::new))
        .param("times", columns.times())
        .param("places", columns.places())
        .param("arrivals", columns.arrivals())
        .param("hashes", folded.hashes())
        .update();
    FactorBlock block = FactorBlock.of(folded.factors());
    database
        .jdbc()
        .sql(ADD_BLOCK)
        .param("outlet", day.outletId())
        .param("kind", day.kind())
        .param("day", day.day())
        .param("factors", block.factors())
        .param("offsets", block.offsets())
        .param("packed", block.packed())
        .update();
  }

  /** Deletes the days and hands them over; those that are gone already are left out. */
  List<FoldedDay> take(Collection<OutletDay> days) {
    Map<OutletDay, SortedMap<String, byte[]>> blocks = new HashMap<>();
    asked(LOCK, days).query(Long.class).list();
    asked(TAKE_BLOCKS, days)
        .query(
            row -> {
              blocks.put(day(row), FactorBlock.read(row).split());
            });
    return asked(TAKE_DAYS, days)
        .query((row, n) -> folded(row, blocks.getOrDefault(day(row), new TreeMap<>())))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, Collection<OutletDay> days) {
    return database.jdbc().sql(sql).params(arrays(days));
  }

  static Map<String, Object> arrays(Collection<OutletDay> days) {
    List<OutletDay> listed = new ArrayList<>(days);
    return Map.of(
        "outlets", listed.stream().map(OutletDay::outletId).toArray(Long[]::new),
        "kinds", listed.stream().map(OutletDay::kind).toArray(Integer[]::new),
        "days", listed.stream().map(d -> d.day().toString()).toArray(String[]::new));
  }

  private static OutletDay day(ResultSet row) throws SQLException {
    return new OutletDay(
        row.getLong("outlet_id"), row.getInt("kind"), row.getObject("day", LocalDate.class));
  }

  private static FoldedDay folded(ResultSet row, SortedMap<String, byte[]> blocks)
      throws SQLException {
    return new FoldedDay(
        day(row),
        row.getInt("row_count"),
        row.getInt("periods"),
        row.getObject("first_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        List.of((Integer[]) row.getArray("layout_ids").getArray()),
        new RowColumns.Packed(
            row.getBytes("times"), row.getBytes("places"), row.getBytes("arrivals")),
        row.getBytes("hashes"),
        blocks);
  }
}
