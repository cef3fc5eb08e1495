package org.tijian.gateway.bench;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.ReadingStore;

/** What the database says has become of frames. */
final class Ledger {
  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private static final String SUMS =
      """
      select coalesce(sum(stored), 0) as stored, coalesce(sum(noted), 0) as noted,
             coalesce(sum(duplicate), 0) as duplicate, coalesce(sum(refused), 0) as refused
        from frame_account where mn like :prefix || '%'
      """;

  private final MonitoringDatabase database;
  private final ReadingStore readings;

  /** The accounts of loggers, added up. */
  record Sums(long stored, long noted, long duplicate, long refused) {
    long received() {
      return stored + noted + duplicate + refused;
    }
  }

  Ledger(MonitoringDatabase database) {
    this.database = database;
    this.readings = ReadingStore.on(database);
  }

  /** Of all loggers whose MN begins so. */
  Sums sums(String prefix) {
    return database
        .jdbc()
        .sql(SUMS)
        .param("prefix", prefix)
        .query(
            (row, n) ->
                new Sums(
                    row.getLong("stored"),
                    row.getLong("noted"),
                    row.getLong("duplicate"),
                    row.getLong("refused")))
        .single();
  }

  /** Periods that can be read, whatever the accounts say. */
  long readable(List<Fleet.Member> members, PeriodKind kind) {
    return members.stream()
        .mapToLong(member -> readings.count(member.outletId(), kind, EVER, NEVER))
        .sum();
  }

  boolean isReadable(long outletId, PeriodKind kind, Instant at) {
    return readings.count(outletId, kind, at, at.plusSeconds(1)) > 0;
  }

  /** Bytes of the whole database on disk. */
  long bytes() {
    return database
        .jdbc()
        .sql("select pg_database_size(current_database())")
        .query(Long.class)
        .single();
  }
}
