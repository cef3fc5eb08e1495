package org.tijian.analytics.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that runs the upkeep of readings and frames from time to time, and goes on after a
 * failure.
 */
public final class UpkeepThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UpkeepThread.class);
  private static final long STOP_SECONDS = 10;

  private final List<Task> tasks;
  private final Duration first;
  private final Duration every;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "store-upkeep"));

  /** Does what is due; may be interrupted at any moment. */
  @FunctionalInterface
  public interface Task {
    /**
     * @return rows folded
     */
    long run(Instant now);
  }

  /**
   * @param tasks one after the other
   * @param first pause before the first run: a process that starts has better things to do
   * @param every pause between runs
   */
  public UpkeepThread(List<Task> tasks, Duration first, Duration every) {
    this.tasks = List.copyOf(tasks);
    this.first = first;
    this.every = every;
  }

  public void start() {
    thread.scheduleWithFixedDelay(
        this::run, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    tasks.forEach(UpkeepThread::run);
  }

  private static void run(Task task) {
    try {
      long rows = task.run(InstantSource.system().instant());
      if (rows > 0) {
        LOG.info("Folded {} rows", rows);
      }
    } catch (RuntimeException e) {
      // The database may be away; everything here is tried again.
      LOG.warn("Upkeep of the store pauses: {}", e.getMessage());
    }
  }

  /** The piece that is being folded is waited for: it takes a moment. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Upkeep of the store does not end; what it was at is undone by the database");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
