package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that runs a {@link SampleUpkeep} from time to time, and goes on after a failure. */
public final class UpkeepThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepThread.class);
  private static final long STOP_SECONDS = 10;

  private final SampleUpkeep upkeep;
  private final Duration first;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-upkeep"));

  /**
   * @param first pause before the first run: a process that starts has better things to do
   * @param every pause between runs
   */
  public UpkeepThread(SampleUpkeep upkeep, Duration first, Duration every) {
    this.upkeep = upkeep;
    this.first = first;
    this.every = every;
  }

  public void start() {
    thread.scheduleWithFixedDelay(
        this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      long rows = upkeep.run(InstantSource.system().instant());
      if (rows > 0) {
        LOG.info("Folded {} rows of readings", rows);
      }
    } catch (RuntimeException e) {
      // The database may be away; everything here is tried again.
      LOG.warn("Upkeep of the readings pauses: {}", e.getMessage());
    }
  }

  /** The day that is being folded is waited for: it takes a moment. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Upkeep of the readings does not end; what it was at is undone by the database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
