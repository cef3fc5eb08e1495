package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.pack.FactorColumns;
import org.tijian.analytics.pack.RowColumns;

/**
 * Newest values that lie on folded days: of loggers that have been silent, and of factors that are
 * reported seldom.
 */
final class FoldedLatest {
  /** Newest day first; only days with a layout that no row on the hot side has. */
  private static final String DAYS =
      """
      with newest as materialized (%s), hot as (
        select newest.code as kind, s.layout_id
          from newest
         cross join lateral
               (select distinct layout_id
                  from sample
                 where outlet_id = :outlet and kind = newest.code
                   and measured_at > newest.at - newest.reach) as s
      ), missing as (
        select d.*, array(select id from unnest(d.layout_ids) as id
                           where not exists (select from hot
                                              where hot.kind = d.kind and hot.layout_id = id)) as ids,
               newest.at - newest.reach as since
          from newest
          join sample_day d on d.outlet_id = :outlet and d.kind = newest.code
                           and d.day >= beijing_day(newest.at - newest.reach)
                           and d.last_at > newest.at - newest.reach
      )
      select kind, day, row_count, layout_ids, times, places, arrivals, ids, since
        from missing
       where cardinality(ids) > 0
       order by day desc, kind
      """
          .formatted(LatestRow.NEWEST);

  private static final String BLOCKS =
      """
      select factor, substr(packed, offsets[n] + 1, offsets[n + 1] - offsets[n]) as packed
        from sample_block, unnest(factors) with ordinality as f (factor, n)
       where outlet_id = :outlet and kind = :kind and day = :day and factor = any(:factors::text[])
      """;

  private final MonitoringDatabase database;
  private final StoredLayouts layouts;

  FoldedLatest(MonitoringDatabase database) {
    this.database = database;
    this.layouts = new StoredLayouts(database);
  }

  private record Day(
      OutletDay day, List<Integer> layoutIds, Set<Integer> wanted, RowColumns rows, Instant since) {
    Instant at(int row) {
      return moment(rows.measuredAt()[row]);
    }
  }

  /** With the frame it came in, by which those of equal times are in order. */
  private record Found(long frame, ReadingStore.Latest latest) {}

  /** Those that came last first. */
  List<ReadingStore.Latest> ofOutlet(long outletId) {
    List<Found> found = new ArrayList<>();
    Set<List<Integer>> known = new HashSet<>();
    for (Day day :
        database
            .jdbc()
            .sql(DAYS)
            .param("outlet", outletId)
            .query((row, n) -> day(outletId, row))
            .list()) {
      for (int layoutId : day.wanted()) {
        if (known.add(List.of(day.day().kind(), layoutId))) {
          addNewest(day, layoutId, found);
        }
      }
    }
    found.sort(Comparator.comparingLong(Found::frame).reversed());
    return found.stream().map(Found::latest).toList();
  }

  private void addNewest(Day day, int layoutId, List<Found> found) {
    int row = newestRow(day, layoutId);
    if (day.at(row).isAfter(day.since())) {
      Map<Integer, List<String>> known = layouts.factors(day.layoutIds());
      for (FactorReading reading : readings(day, row, known)) {
        found.add(
            new Found(
                day.rows().frame()[row],
                new ReadingStore.Latest(
                    reading,
                    PeriodKind.of(day.day().kind()),
                    day.at(row),
                    moment(day.rows().receivedAt()[row]))));
      }
    }
  }

  /** Of the rows of the newest time the one that came last. */
  private static int newestRow(Day day, int layoutId) {
    RowColumns rows = day.rows();
    int place = day.layoutIds().indexOf(layoutId);
    int newest = -1;
    for (int i = 0; i < rows.rows(); i++) {
      if (rows.layout()[i] == place
          && (newest < 0
              || rows.measuredAt()[i] > rows.measuredAt()[newest]
              || rows.part()[i] == rows.part()[newest]
              || rows.frame()[i] > rows.frame()[newest])) {
        newest = i;
      }
    }
    return newest;
  }

  private List<FactorReading> readings(Day day, int row, Map<Integer, List<String>> known) {
    List<String> layout =
        Objects.requireNonNull(known.get(day.layoutIds().get(day.rows().layout()[row])));
    List<FactorReading> readings = new ArrayList<>();
    database
        .jdbc()
        .sql(BLOCKS)
        .param("outlet", day.day().outletId())
        .param("kind", day.day().kind())
        .param("day", day.day().day())
        .param("factors", layout.toArray(String[]::new))
        .query(
            found -> {
              String factor = found.getString("factor");
              List<Integer> carrying = carrying(day, factor, known);
              FactorColumns columns =
                  FactorColumns.unpack(
                      found.getBytes("packed"), carrying.size(), FactorColumns.Wanted.ALL);
              readings.add(reading(factor, columns, carrying.indexOf(row)));
            });
    return readings;
  }

  private static List<Integer> carrying(
      Day day, String factor, Map<Integer, List<String>> layouts) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < day.rows().rows(); i++) {
      int layoutId = day.layoutIds().get(day.rows().layout()[i]);
      if (Objects.requireNonNull(layouts.get(layoutId)).contains(factor)) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static FactorReading reading(String factor, FactorColumns columns, int n) {
    return new FactorReading(
        factor,
        number(columns.value()[n]),
        number(columns.minimum()[n]),
        number(columns.maximum()[n]),
        number(columns.amount()[n]),
        number(columns.converted()[n]),
        new DataFlag(columns.mark()[n]));
  }

  private static @Nullable Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Day day(long outletId, ResultSet row) throws SQLException {
    OutletDay day =
        new OutletDay(
            outletId, row.getInt("kind"), row.getObject("day", java.time.LocalDate.class));
    RowColumns rows =
        RowColumns.unpack(
            row.getBytes("times"),
            row.getBytes("places"),
            row.getBytes("arrivals"),
            row.getInt("row_count"));
    return new Day(
        day,
        List.of((Integer[]) row.getArray("layout_ids").getArray()),
        Set.of((Integer[]) row.getArray("ids").getArray()),
        rows,
        row.getObject("since", java.time.OffsetDateTime.class).toInstant());
  }

  private static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
