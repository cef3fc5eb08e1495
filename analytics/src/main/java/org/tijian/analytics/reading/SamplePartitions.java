package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The parts of {@code sample}, dropped when all their rows are folded. On plain PostgreSQL they are
 * partitions of a Beijing day, made some days ahead; in a hypertable they are chunks of two hours,
 * which make themselves and are packed into the columnstore when they are over. A time without a
 * part has {@code sample_rest}: no row is ever without a place.
 */
final class SamplePartitions {
  private static final Logger LOG = LoggerFactory.getLogger(SamplePartitions.class);
  private static final int DAYS_AHEAD = 2;

  /** Most of what belongs to a part has come by then; what comes later is added to a packed one. */
  private static final Duration PACK_AFTER = Duration.ofMinutes(30);

  /** Storing must never wait long behind somebody who waits for it to pause. */
  private static final String SHORT_WAIT = "set local lock_timeout = '500ms'";

  private static final String MAKE =
      """
      select case when pg_try_advisory_xact_lock(hashtext('tijian.sample_partition'))
                  then sample_partition(:day) end
      """;

  private static final String PAST =
      """
      select part from sample_parts()
       where ends_at <= beijing_midnight(:day)
       order by starts_at
      """;

  private static final String PRESENT =
      """
      select day::date
        from sample_parts(),
             generate_series(beijing_day(starts_at)::timestamp,
                             beijing_day(ends_at - interval '1 us')::timestamp, '1 day') as day
      """;

  private static final String BOUNDS = "select sample_bounds(:now)";

  private static final String CLOSED =
      """
      select part from sample_parts()
       where sample_is_hypertable() and not is_packed and ends_at <= :before
       order by starts_at
      """;

  private static final String PACK = "select sample_pack(:part)";

  private final MonitoringDatabase database;

  SamplePartitions(MonitoringDatabase database) {
    this.database = database;
  }

  /** Parts for the day and the next ones; tried again the next time if storing is busy. */
  void ahead(Instant now) {
    attempt(
        "set the bounds of the parts",
        () ->
            database
                .jdbc()
                .sql(BOUNDS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {}));
    LocalDate today = BeijingTime.dateOf(now);
    for (int n = 0; n <= DAYS_AHEAD; n++) {
      LocalDate day = today.plusDays(n);
      attempt(
          "make a partition for " + day,
          () -> database.jdbc().sql(MAKE).param("day", day).query(row -> {}));
    }
  }

  /** Those of days before the horizon that hold no row any more. */
  void dropEmpty(LocalDate horizon) {
    List<String> past = database.jdbc().sql(PAST).param("day", horizon).query(String.class).list();
    past.forEach(this::dropIfEmpty);
  }

  private void dropIfEmpty(String part) {
    try {
      if (!hasRows(part)) {
        // Gives the room back at once and makes the look under the lock a short one.
        database.jdbc().sql("vacuum " + part).update();
        attempt("drop " + part, () -> drop(part));
      }
    } catch (DataAccessException e) {
      LOG.info("Another dropped {}: {}", part, e.getMessage());
    }
  }

  /** Packs parts that are over into the columnstore, where there is one. */
  void packClosed(Instant now) {
    List<String> closed =
        database
            .jdbc()
            .sql(CLOSED)
            .param("before", now.minus(PACK_AFTER).atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    for (String part : closed) {
      attempt("pack " + part, () -> database.jdbc().sql(PACK).param("part", part).query(row -> {}));
    }
  }

  /**
   * Gives back the room of rows folded out of {@code sample_rest}, which is never dropped: until
   * then every reader walks past them.
   */
  void tidyRest() {
    try {
      database.jdbc().sql("vacuum (skip_locked) sample_rest").update();
    } catch (DataAccessException e) {
      LOG.info("Could not tidy sample_rest now: {}", e.getMessage());
    }
  }

  /** Days that have a partition of their own. */
  Set<LocalDate> present() {
    return new HashSet<>(database.jdbc().sql(PRESENT).query(LocalDate.class).list());
  }

  private void drop(String partition) {
    database.jdbc().sql("lock table sample in access exclusive mode").update();
    if (!hasRows(partition)) {
      database.jdbc().sql("drop table " + partition).update();
    }
  }

  private boolean hasRows(String partition) {
    return database
        .jdbc()
        .sql("select exists (select from %s)".formatted(partition))
        .query(Boolean.class)
        .single();
  }

  private void attempt(String what, Runnable work) {
    try {
      database
          .transaction()
          .executeWithoutResult(
              status -> {
                database.jdbc().sql(SHORT_WAIT).update();
                work.run();
              });
    } catch (DataAccessException e) {
      LOG.info("Could not {} now: {}", what, e.getMessage());
    }
  }
}
