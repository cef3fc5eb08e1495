package org.tijian.gateway.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does its tasks again and again, one after the other, on a thread of its own. */
public final class Upkeep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
  private static final long FIRST_MILLIS = 60_000;
  private static final long PATIENCE_SECONDS = 10;

  private final List<Task> tasks;
  private final Duration every;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "upkeep");
            daemon.setDaemon(true);
            return daemon;
          });

  /** What is done; may be interrupted at any moment, and finds out itself what is due. */
  public interface Task {
    /**
     * @return how much was done, for the log
     */
    long run(Instant now);
  }

  public Upkeep(List<Task> tasks, Duration every, InstantSource clock) {
    this.tasks = List.copyOf(tasks);
    this.every = every;
    this.clock = clock;
  }

  /** The first time after a minute at most: a start has enough to do. */
  public void start() {
    thread.scheduleWithFixedDelay(
        this::runAll,
        Math.min(FIRST_MILLIS, every.toMillis()),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void runAll() {
    for (Task task : tasks) {
      try {
        if (!thread.isShutdown()) {
          long done = task.run(clock.instant());
          log.debug("upkeep did {}", done);
        }
      } catch (RuntimeException e) {
        log.warn("upkeep was not finished; tried again after {}", every, e);
      }
    }
  }

  /** The piece at hand is finished, what is left is done after the next start. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("upkeep is still at work; what it has not committed is done after the start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
