package org.tijian.analytics.reading;

import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What batches add to the accounts of their loggers: one row for each batch, folded a few seconds
 * later. An account for each logger would be written as often as its frames come.
 */
public final class AccountJournal {
  private static final BatchStatement ADD =
      new BatchStatement(
          """
          insert into account_journal
                 (mn, day, stored, noted, duplicate, refused, last_received_at, not_kept, defective,
                  resent, out_of_order, latency_count, latency_sum, latency_least, latency_most,
                  clock_count, clock_sum, clock_least, clock_most, transports, fetched, sent_later,
                  newest_mn, newest_kind, newest_data_time, newest_arrival)
          values (?, ?::date[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """);

  private static final long[] NONE = {};

  private static final String FOLD = "select fold_accounts()";
  private static final String TIDY = "vacuum account_journal";

  /** After so many folded rows the table is read for what is no more. */
  private static final int DEAD_ROWS = 2_000;

  private final MonitoringDatabase database;
  private int dead;

  private AccountJournal(MonitoringDatabase database) {
    this.database = database;
  }

  public static AccountJournal on(MonitoringDatabase database) {
    return new AccountJournal(database);
  }

  /**
   * @param newest of the loggers of the batch
   */
  static void add(
      SortedMap<DeviceDay, DayAccount> accounts, NewestTimes newest, MonitoringDatabase database) {
    ADD.update(database, row(accounts, newest));
  }

  /** Its columns but for the number, in their order. */
  static Object[] row(SortedMap<DeviceDay, DayAccount> accounts, NewestTimes newest) {
    Stream<Object> days = Stream.of(columns(accounts.keySet(), accounts.values()));
    return Stream.concat(days, Stream.of(newest.columns())).toArray();
  }

  /** All that is there, in the transaction at hand. */
  static void fold(MonitoringDatabase database) {
    while (folded(database) > 0) {
      // Some at a time: a statement holds them all in memory.
    }
  }

  private static int folded(MonitoringDatabase database) {
    return database.jdbc().sql(FOLD).query(Integer.class).single();
  }

  /** All that is there. Any number of processes may do so. */
  public void fold() {
    for (int rows = folded(database); rows > 0; rows = folded(database)) {
      dead += rows;
    }
    if (dead > DEAD_ROWS) {
      dead = 0;
      database.jdbc().sql(TIDY).update();
    }
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
    long[] numbers = rows.stream().mapToLong(column).toArray();
    return LongStream.of(numbers).allMatch(number -> number == 0) ? NONE : numbers;
  }

  private static Long[] perhaps(
      Collection<DayAccount> rows, Function<DayAccount, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }
}
