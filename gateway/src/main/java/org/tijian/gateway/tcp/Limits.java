package org.tijian.gateway.tcp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a connection may say nothing. Written by its own thread, read by another. */
final class Limits {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final TcpSettings settings;
  private final Instant since;
  private volatile Instant heardAt;
  private volatile boolean sentFrame;

  Limits(TcpSettings settings, Instant since) {
    this.settings = settings;
    this.since = since;
    this.heardAt = since;
  }

  void heard(Instant now) {
    heardAt = now;
  }

  void sentFrame() {
    sentFrame = true;
  }

  /**
   * @return the reason to close the connection, or null
   */
  @Nullable String exceeded(Instant now) {
    if (!sentFrame && isOver(settings.firstFrame(), since, now)) {
      return "no-frame";
    }
    return isOver(settings.idle(), heardAt, now) ? "idle" : null;
  }

  /** Whether it fell silent just now, so that a frame may wait for its line end or its rest. */
  boolean mayHoldFrame(Instant now) {
    return isOver(SOON, heardAt, now)
        && !isOver(settings.patience().plus(SOON).plus(SOON), heardAt, now);
  }

  private static boolean isOver(Duration time, Instant from, Instant now) {
    return Duration.between(from, now).compareTo(time) >= 0;
  }
}
