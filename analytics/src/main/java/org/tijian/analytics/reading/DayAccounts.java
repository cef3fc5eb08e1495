package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What a batch adds to the accounts of its devices, by Beijing day of arrival. */
final class DayAccounts {
  private static final String ADD =
      """
      insert into frame_day (mn, day, stored, noted, duplicate, refused, last_received_at)
      select mn, day, stored, noted, duplicate, refused, to_timestamp(last / 1000.0)
        from unnest(:mn::text[], :day::date[], :stored::bigint[], :noted::bigint[],
                    :duplicate::bigint[], :refused::bigint[], :last::float8[])
          as batch (mn, day, stored, noted, duplicate, refused, last)
      on conflict (mn, day) do update
         set stored = frame_day.stored + excluded.stored,
             noted = frame_day.noted + excluded.noted,
             duplicate = frame_day.duplicate + excluded.duplicate,
             refused = frame_day.refused + excluded.refused,
             last_received_at = greatest(frame_day.last_received_at, excluded.last_received_at)
      """;

  /** What became of one copy of a frame. */
  enum Fate {
    STORED,
    NOTED,
    DUPLICATE,
    REFUSED
  }

  private record Key(String mn, LocalDate day) {}

  private static final class Account {
    private final long[] counts = new long[Fate.values().length];
    private Instant last = Instant.MIN;
  }

  /** Sorted, so that concurrent batches take the rows in the same order. */
  private final Map<Key, Account> accounts =
      new TreeMap<>(Comparator.comparing(Key::mn).thenComparing(Key::day));

  void count(String mn, Instant arrival, Fate fate) {
    Account account =
        accounts.computeIfAbsent(new Key(mn, BeijingTime.dateOf(arrival)), k -> new Account());
    account.counts[fate.ordinal()]++;
    account.last = arrival.isAfter(account.last) ? arrival : account.last;
  }

  FrameStore.Appended total() {
    return new FrameStore.Appended(
        total(Fate.STORED), total(Fate.NOTED), total(Fate.DUPLICATE), total(Fate.REFUSED));
  }

  private int total(Fate fate) {
    return Math.toIntExact(
        accounts.values().stream().mapToLong(a -> a.counts[fate.ordinal()]).sum());
  }

  void addTo(MonitoringDatabase database) {
    List<Map.Entry<Key, Account>> rows = List.copyOf(accounts.entrySet());
    Map<String, Object> columns = new HashMap<>();
    columns.put("mn", texts(rows, Key::mn));
    columns.put("day", texts(rows, key -> key.day().toString()));
    columns.put("stored", counts(rows, a -> a.counts[Fate.STORED.ordinal()]));
    columns.put("noted", counts(rows, a -> a.counts[Fate.NOTED.ordinal()]));
    columns.put("duplicate", counts(rows, a -> a.counts[Fate.DUPLICATE.ordinal()]));
    columns.put("refused", counts(rows, a -> a.counts[Fate.REFUSED.ordinal()]));
    columns.put(
        "last",
        rows.stream().map(e -> (double) e.getValue().last.toEpochMilli()).toArray(Double[]::new));
    database.jdbc().sql(ADD).params(columns).update();
  }

  private static String[] texts(List<Map.Entry<Key, Account>> rows, Function<Key, String> column) {
    return rows.stream().map(e -> column.apply(e.getKey())).toArray(String[]::new);
  }

  private static Long[] counts(List<Map.Entry<Key, Account>> rows, ToLongFunction<Account> column) {
    return rows.stream().map(e -> column.applyAsLong(e.getValue())).toArray(Long[]::new);
  }
}
