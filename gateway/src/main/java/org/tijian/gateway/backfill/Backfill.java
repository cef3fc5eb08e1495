package org.tijian.gateway.backfill;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One thread that surveys and heals from time to time, and goes on after a failure. */
final class Backfill implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Backfill.class);
  private static final long STOP_SECONDS = 10;

  private final Healer healer;
  private final Duration surveyEvery;
  private final Duration healEvery;
  private volatile @Nullable ScheduledExecutorService executor;

  Backfill(Healer healer, Duration surveyEvery, Duration healEvery) {
    this.healer = healer;
    this.surveyEvery = surveyEvery;
    this.healEvery = healEvery;
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "backfill"));
    repeat(started, healer::survey, surveyEvery);
    repeat(started, healer::heal, healEvery);
    executor = started;
  }

  private static void repeat(ScheduledExecutorService executor, Runnable task, Duration pause) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            // The database may be away; everything here is tried again.
            LOG.warn("Back-fill pauses: {}", e.getMessage());
          }
        };
    executor.scheduleWithFixedDelay(
        guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A step that is under way is waited for: it is short, and its connection ends with it. */
  @Override
  public void stop() {
    ScheduledExecutorService running = executor;
    executor = null;
    if (running == null) {
      return;
    }
    running.shutdown();
    try {
      if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
