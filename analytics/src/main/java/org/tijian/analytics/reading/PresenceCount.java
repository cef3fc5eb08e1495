package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.tijian.analytics.pack.RowColumns;

/** Counts periods by step, of rows and of folded days, in one snapshot. */
final class PresenceCount {
  /** A Beijing midnight, in milliseconds of the epoch. */
  private static final long ANCHOR = BeijingTime.startOf(LocalDate.of(2000, 1, 1)).toEpochMilli();

  private static final String HOT =
      """
      select distinct measured_at, (extract(epoch from measured_at) * 1000)::bigint as at
        from sample
       where outlet_id = :outlet and kind = :kind
         and measured_at >= :from and measured_at < :until
       order by measured_at
      """;

  private static final String FOLDED =
      """
      select times, row_count
        from sample_day
       where outlet_id = :outlet and kind = :kind
         and day between beijing_day(:from) and beijing_day(:until)
       order by day
      """;

  private final MonitoringDatabase database;

  PresenceCount(MonitoringDatabase database) {
    this.database = database;
  }

  List<ReadingStore.Presence> count(
      long outletId, PeriodKind kind, Instant from, Instant until, Duration step) {
    Map<String, Object> asked =
        Map.of(
            "outlet", outletId,
            "kind", kind.code(),
            "from", from.atOffset(ZoneOffset.UTC),
            "until", until.atOffset(ZoneOffset.UTC));
    TreeMap<Long, Long> bins = new TreeMap<>();
    long length = step.toMillis();
    LongConsumer counter = at -> bins.merge(at - Math.floorMod(at - ANCHOR, length), 1L, Long::sum);
    FactorRows.snapshot(database)
        .executeWithoutResult(
            status -> {
              database
                  .jdbc()
                  .sql(HOT)
                  .params(asked)
                  .query(
                      (ResultSet row) -> {
                        counter.accept(row.getLong("at"));
                      });
              database
                  .jdbc()
                  .sql(FOLDED)
                  .params(asked)
                  .query(
                      (ResultSet row) -> {
                        long[] times =
                            RowColumns.times(row.getBytes("times"), row.getInt("row_count"));
                        each(times, from.toEpochMilli(), until.toEpochMilli(), counter);
                      });
            });
    List<ReadingStore.Presence> steps = new ArrayList<>(bins.size());
    bins.forEach(
        (at, periods) -> steps.add(new ReadingStore.Presence(Instant.ofEpochMilli(at), periods)));
    return steps;
  }

  /** Rows of one period follow one another, and it counts once. */
  private static void each(long[] micros, long from, long until, LongConsumer counter) {
    for (int i = 0; i < micros.length; i++) {
      long at = Math.floorDiv(micros[i], 1000);
      if ((i == 0 || micros[i] != micros[i - 1]) && at >= from && at < until) {
        counter.accept(at);
      }
    }
  }
}
