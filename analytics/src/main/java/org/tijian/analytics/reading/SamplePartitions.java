package org.tijian.analytics.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The partitions of {@code sample}, one a Beijing day, made some days ahead and dropped when all
 * their rows are folded. A day without its own has {@code sample_rest}: no row is ever without a
 * place.
 */
final class SamplePartitions {
  private static final Logger LOG = LoggerFactory.getLogger(SamplePartitions.class);
  private static final int DAYS_AHEAD = 2;
  private static final String PREFIX = "sample_";

  /** Storing must never wait long behind somebody who waits for it to pause. */
  private static final String SHORT_WAIT = "set local lock_timeout = '500ms'";

  private static final String MAKE =
      """
      select case when pg_try_advisory_xact_lock(hashtext('tijian.sample_partition'))
                  then sample_partition(:day) end
      """;

  private static final String PAST =
      """
      select c.relname
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'sample'::regclass
         and c.relname ~ '^sample_[0-9]{8}$'
         and c.relname < :first
       order by c.relname
      """;

  private static final String PRESENT =
      """
      select substr(c.relname, 8)
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'sample'::regclass
         and c.relname ~ '^sample_[0-9]{8}$'
      """;

  private final MonitoringDatabase database;

  SamplePartitions(MonitoringDatabase database) {
    this.database = database;
  }

  /** Partitions for the day and the next ones; tried again the next time if storing is busy. */
  void ahead(LocalDate today) {
    for (int n = 0; n <= DAYS_AHEAD; n++) {
      LocalDate day = today.plusDays(n);
      attempt(
          "make a partition for " + day,
          () -> database.jdbc().sql(MAKE).param("day", day).query(row -> {}));
    }
  }

  /** Those of days before the horizon that hold no row any more. */
  void dropEmpty(LocalDate horizon) {
    List<String> past =
        database
            .jdbc()
            .sql(PAST)
            .param("first", PREFIX + horizon.format(DateTimeFormatter.BASIC_ISO_DATE))
            .query(String.class)
            .list();
    for (String partition : past) {
      if (!hasRows(partition)) {
        // Gives the room back at once and makes the look under the lock a short one.
        database.jdbc().sql("vacuum " + partition).update();
        attempt("drop " + partition, () -> drop(partition));
      }
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
    return new HashSet<>(
        database
            .jdbc()
            .sql(PRESENT)
            .query((row, n) -> LocalDate.parse(row.getString(1), DateTimeFormatter.BASIC_ISO_DATE))
            .list());
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
