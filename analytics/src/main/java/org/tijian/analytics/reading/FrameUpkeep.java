package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the frames small: accepted ones of closed days are folded, those past their time removed.
 * Any number of processes may run it; whoever is interrupted leaves nothing half done.
 */
public final class FrameUpkeep {
  private static final Logger LOG = LoggerFactory.getLogger(FrameUpkeep.class);

  private final FrameFold fold;
  private final FrameRetention retention;
  private final MonitoringDatabase database;
  private final Duration foldAfter;
  private final @Nullable Period keep;

  private FrameUpkeep(MonitoringDatabase database, Duration foldAfter, @Nullable Period keep) {
    this.database = database;
    this.fold = new FrameFold(database);
    this.retention = new FrameRetention(database);
    this.foldAfter = foldAfter;
    this.keep = keep;
  }

  /**
   * @param foldAfter how long after its end a Beijing day of arrival is folded; not negative
   * @param keep how long frames are kept, refused ones included; null: for ever
   */
  public static FrameUpkeep on(
      MonitoringDatabase database, Duration foldAfter, @Nullable Period keep) {
    if (foldAfter.isNegative()) {
      throw new IllegalArgumentException("a day cannot be folded before its end");
    }
    return new FrameUpkeep(database, foldAfter, keep);
  }

  /**
   * Does all that is due.
   *
   * @return frames folded
   */
  public long run(Instant now) {
    if (keep != null) {
      LocalDate today = BeijingTime.dateOf(AgreedTime.of(database, now));
      retention.remove(BeijingTime.startOf(today.minus(keep)));
    }
    Instant before = BeijingTime.startOf(BeijingTime.dateOf(now.minus(foldAfter)));
    long frames = 0;
    for (String mn : fold.loggers()) {
      if (Thread.currentThread().isInterrupted()) {
        return frames;
      }
      frames += foldAll(mn, before);
    }
    return frames;
  }

  /** A logger whose frames cannot be folded must not keep the others from it. */
  private long foldAll(String mn, Instant before) {
    long frames = 0;
    try {
      for (int folded = fold.fold(mn, before); folded > 0; folded = fold.fold(mn, before)) {
        frames += folded;
      }
    } catch (DataAccessException | IllegalArgumentException | IllegalStateException e) {
      LOG.warn("frames of {} stay unfolded: {}", mn, e.getMessage());
    }
    return frames;
  }
}
