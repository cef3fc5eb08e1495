package org.tijian.analytics.reading;

import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table {@code frame_day}. */
final class DayTable {
  private static final BatchStatement ADD =
      new BatchStatement(
          """
          insert into frame_day (mn, day, stored, noted, duplicate, refused, last_received_at, not_kept,
                                 defective, resent, out_of_order, latency_count, latency_sum,
                                 latency_least, latency_most, clock_count, clock_sum, clock_least,
                                 clock_most, transports, fetched, sent_later)
          select mn, day, stored, noted, duplicate, refused, to_timestamp(last / 1000.0), not_kept,
                 defective, resent, out_of_order, latency_count, latency_sum, latency_least,
                 latency_most, clock_count, clock_sum, clock_least, clock_most,
                 string_to_array(transports, ','), fetched, sent_later
            from unnest(?::text[], ?::date[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::float8[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
                        ?::bigint[])
              as batch (mn, day, stored, noted, duplicate, refused, last, not_kept, defective, resent,
                        out_of_order, latency_count, latency_sum, latency_least, latency_most,
                        clock_count, clock_sum, clock_least, clock_most, transports, fetched,
                        sent_later)
          on conflict (mn, day) do update
             set stored = frame_day.stored + excluded.stored,
                 noted = frame_day.noted + excluded.noted,
                 duplicate = frame_day.duplicate + excluded.duplicate,
                 refused = frame_day.refused + excluded.refused,
                 last_received_at = greatest(frame_day.last_received_at, excluded.last_received_at),
                 not_kept = frame_day.not_kept + excluded.not_kept,
                 defective = frame_day.defective + excluded.defective,
                 resent = frame_day.resent + excluded.resent,
                 out_of_order = frame_day.out_of_order + excluded.out_of_order,
                 latency_count = frame_day.latency_count + excluded.latency_count,
                 latency_sum = frame_day.latency_sum + excluded.latency_sum,
                 latency_least = least(frame_day.latency_least, excluded.latency_least),
                 latency_most = greatest(frame_day.latency_most, excluded.latency_most),
                 clock_count = frame_day.clock_count + excluded.clock_count,
                 clock_sum = frame_day.clock_sum + excluded.clock_sum,
                 clock_least = least(frame_day.clock_least, excluded.clock_least),
                 clock_most = greatest(frame_day.clock_most, excluded.clock_most),
                 fetched = frame_day.fetched + excluded.fetched,
                 sent_later = frame_day.sent_later + excluded.sent_later,
                 transports = case when frame_day.transports @> excluded.transports
                                   then frame_day.transports
                                   else array(select distinct unnest(frame_day.transports
                                                                     || excluded.transports)
                                               order by 1) end
          """);

  private final MonitoringDatabase database;

  DayTable(MonitoringDatabase database) {
    this.database = database;
  }

  /**
   * @param accounts sorted
   */
  void add(SortedMap<DeviceDay, DayAccount> accounts) {
    ADD.update(database, columns(accounts.keySet(), accounts.values()));
  }

  private static Object[] columns(Collection<DeviceDay> keys, Collection<DayAccount> rows) {
    return new Object[] {
      keys.stream().map(DeviceDay::mn).toArray(String[]::new),
      keys.stream().map(key -> key.day().toString()).toArray(String[]::new),
      numbers(rows, a -> a.count(Fate.STORED)),
      numbers(rows, a -> a.count(Fate.NOTED)),
      numbers(rows, a -> a.count(Fate.DUPLICATE)),
      numbers(rows, a -> a.count(Fate.REFUSED)),
      rows.stream().mapToDouble(a -> a.last().toEpochMilli()).toArray(),
      numbers(rows, DayAccount::countNotKept),
      numbers(rows, DayAccount::countDefective),
      numbers(rows, DayAccount::countResent),
      numbers(rows, DayAccount::countOutOfOrder),
      numbers(rows, a -> a.latency().count()),
      numbers(rows, a -> a.latency().sum()),
      perhaps(rows, a -> a.latency().least()),
      perhaps(rows, a -> a.latency().most()),
      numbers(rows, a -> a.clock().count()),
      numbers(rows, a -> a.clock().sum()),
      perhaps(rows, a -> a.clock().least()),
      perhaps(rows, a -> a.clock().most()),
      rows.stream().map(DayAccount::transports).toArray(String[]::new),
      numbers(rows, DayAccount::countFetched),
      numbers(rows, DayAccount::countSentLater)
    };
  }

  private static long[] numbers(Collection<DayAccount> rows, ToLongFunction<DayAccount> column) {
    return rows.stream().mapToLong(column).toArray();
  }

  private static Long[] perhaps(
      Collection<DayAccount> rows, Function<DayAccount, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
