package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores a batch of which everything is new with one statement that is a transaction of its own.
 * Whether it is so is found out by trying: otherwise nothing of the batch is stored, and it has to
 * go the careful way of {@link JdbcFrameStore}.
 */
final class QuickWay {
  /** The parameters of {@code store_fresh}: a day, frames, readings, the row of the journal. */
  private static final BatchStatement STORE =
      new BatchStatement(
          """
          select store_fresh(
            ?::date,
            ?::int[], ?::text[], ?::bytea[], ?::float8[], ?::float8[], ?::int[], ?::text[], ?::text[],
            ?::bytea[], ?::text[],
            ?::float8[], ?::bigint[], ?::int[], ?::float8[], ?::int[], ?::float8[], ?::bigint[], ?::int[],
            ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[],
            ?::text[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::float8[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[],
            ?::bigint[], ?::text[], ?::int[], ?::float8[], ?::float8[])
          """);

  private static final int LONGEST_REST = 31;

  private final MonitoringDatabase database;
  private final KnownNewest newest;

  /** So many batches are not tried now, and so many were not after the last failure. */
  private int rest;

  private int lastRest;

  QuickWay(MonitoringDatabase database, KnownNewest newest) {
    this.database = database;
    this.newest = newest;
  }

  /**
   * @param distinct the batch
   * @param prepared those frames of it that carry readings
   * @return what it adds to the accounts; null if nothing of it is stored
   */
  @Nullable BatchAccounts store(List<DistinctFrame> distinct, List<PreparedFrame> prepared) {
    if (!isOpenTo(distinct, prepared) || rests()) {
      return null;
    }
    BatchAccounts accounts = accounts(distinct);
    Object[] columns =
        Stream.of(
                new Object[] {firstDay(prepared)},
                new FrameColumns(FrameTable.sorted(distinct)).fresh(),
                new SampleColumns(samples(prepared)).fresh(),
                accounts.row())
            .flatMap(Stream::of)
            .toArray();
    boolean stored = STORE.holds(database, columns);
    tried(stored);
    return stored ? accounts : null;
  }

  /** Where much is sent twice, trying in vain must not be paid for each batch. */
  private synchronized boolean rests() {
    return rest > 0 && rest-- > 0;
  }

  private synchronized void tried(boolean stored) {
    lastRest = stored ? 0 : Math.min(2 * lastRest + 1, LONGEST_REST);
    rest = lastRest;
  }

  /** Where nothing has to be said of a frame but that it is there, and no first copy was folded. */
  private boolean isOpenTo(List<DistinctFrame> distinct, List<PreparedFrame> prepared) {
    // Only tried on native partitions.
    return !database.engine().hypertable()
        && distinct.stream().map(DistinctFrame::frame).allMatch(QuickWay::isPlain)
        && prepared.stream().noneMatch(PreparedFrame::isLate);
  }

  private static boolean isPlain(ArrivedFrame frame) {
    return !(frame.verdict() instanceof FrameVerdict.Refused) && frame.facts().defects().isEmpty();
  }

  private BatchAccounts accounts(List<DistinctFrame> distinct) {
    BatchAccounts accounts =
        BatchAccounts.after(newest, distinct.stream().map(DistinctFrame::frame).toList(), database);
    for (DistinctFrame each : distinct) {
      accounts.count(each, Fate.ofFirst(each.frame().verdict()), null);
    }
    return accounts;
  }

  private static @Nullable String firstDay(List<PreparedFrame> prepared) {
    return prepared.stream()
        .map(PreparedFrame::day)
        .min(Comparator.naturalOrder())
        .map(LocalDate::toString)
        .orElse(null);
  }

  /** By key; instead of its number each has the place of its frame. */
  private static List<PendingSample> samples(List<PreparedFrame> prepared) {
    List<PendingSample> samples = new ArrayList<>(prepared.size());
    prepared.forEach(each -> samples.add(each.inFrame(each.arrival())));
    samples.sort(PendingSample.BY_KEY);
    return samples;
  }
}
