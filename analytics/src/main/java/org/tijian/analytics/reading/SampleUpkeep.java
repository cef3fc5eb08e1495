package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the readings small and in order: partitions ahead of time, closed days folded, days past
 * their time removed. Any number of processes may run it; whoever is interrupted leaves nothing
 * half done.
 */
public final class SampleUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(SampleUpkeep.class);

  private static final String MOVE_HORIZON =
      "update sample_horizon set day = :day where day < :day";

  /** Outlet-days folded out of {@code sample_rest}; a history of years is tidied on the way. */
  private static final int TIDY_EVERY = 100;

  private final MonitoringDatabase database;
  private final SamplePartitions partitions;
  private final SampleFold fold;
  private final SampleRetention retention;
  private final Duration foldAfter;
  private final @Nullable Period keep;

  private SampleUpkeep(MonitoringDatabase database, Duration foldAfter, @Nullable Period keep) {
    this.database = database;
    this.partitions = new SamplePartitions(database);
    this.fold = new SampleFold(database);
    this.retention = new SampleRetention(database);
    this.foldAfter = foldAfter;
    this.keep = keep;
  }

  /**
   * @param foldAfter how long after its end a day is folded; not negative
   * @param keep how long readings are kept; null: for ever
   */
  public static SampleUpkeep on(
      MonitoringDatabase database, Duration foldAfter, @Nullable Period keep) {
    if (foldAfter.isNegative()) {
      throw new IllegalArgumentException("a day cannot be folded before its end");
    }
    return new SampleUpkeep(database, foldAfter, keep);
  }

  /**
   * Does all that is due.
   *
   * @return rows folded
   */
  public long run(Instant now) {
    partitions.ahead(now);
    LocalDate horizon = BeijingTime.dateOf(now.minus(foldAfter));
    moveHorizon(horizon);
    if (keep != null) {
      retention.remove(BeijingTime.dateOf(AgreedTime.of(database, now)).minus(keep));
    }
    long rows = foldAll();
    partitions.dropEmpty(horizon);
    partitions.packClosed(now);
    return rows;
  }

  private long foldAll() {
    Set<LocalDate> withPartition = partitions.present();
    long rows = 0;
    int outOfRest = 0;
    for (OutletDay day : fold.open()) {
      if (Thread.currentThread().isInterrupted()) {
        return rows;
      }
      int folded = foldIfPossible(day);
      rows += folded;
      if (folded > 0 && !withPartition.contains(day.day()) && ++outOfRest % TIDY_EVERY == 0) {
        partitions.tidyRest();
      }
    }
    if (outOfRest % TIDY_EVERY != 0) {
      partitions.tidyRest();
    }
    return rows;
  }

  /** One day that cannot be folded must not keep the others from it. */
  private int foldIfPossible(OutletDay day) {
    try {
      return fold.fold(day);
    } catch (DataAccessException | IllegalArgumentException | IllegalStateException e) {
      LOG.warn("{} stays unfolded: {}", day, e.getMessage());
      return 0;
    }
  }

  /** Under the lock that everybody who stores holds: afterwards all of them know. */
  private void moveHorizon(LocalDate horizon) {
    try {
      database
          .transaction()
          .executeWithoutResult(
              status -> {
                database.jdbc().sql("set local lock_timeout = '1s'").update();
                database
                    .jdbc()
                    .sql("select pg_advisory_xact_lock(hashtext('tijian.sample_horizon'))")
                    .query(row -> {});
                database.jdbc().sql(MOVE_HORIZON).param("day", horizon).update();
              });
    } catch (DataAccessException e) {
      LOG.info("The horizon stays where it is for now: {}", e.getMessage());
    }
  }
}
