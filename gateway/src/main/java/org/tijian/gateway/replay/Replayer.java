package org.tijian.gateway.replay;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameReplays;
import org.tijian.analytics.reading.FrameReplays.Kept;

/** Works off what was asked of {@link FrameReplays}, on a thread of its own. */
public final class Replayer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Replayer.class);
  private static final long PAUSE_MILLIS = 1_000;
  private static final long PATIENCE_SECONDS = 10;

  private final FrameReplays replays;
  private final Function<Kept, List<ArrivedFrame>> reader;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "replay");
            daemon.setDaemon(true);
            return daemon;
          });

  /**
   * @param reader what a kept frame is made of with the settings of now
   */
  public Replayer(FrameReplays replays, Function<Kept, List<ArrivedFrame>> reader) {
    this.replays = replays;
    this.reader = reader;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::workAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A request that fails stays open and is gone on with after the next pause. */
  private void workAll() {
    try {
      while (!thread.isShutdown() && replays.work(reader)) {
        // The next piece.
      }
    } catch (RuntimeException e) {
      log.warn("frames in quarantine could not be read again; tried again soon", e);
    }
  }

  /** Lets the piece at hand be finished: the database is closed after this. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a replay is still at work; what it has not committed is done after the start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
