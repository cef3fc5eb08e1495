package org.tijian.gateway.emulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens connections again and again, with pauses that grow while nothing gets through. */
final class Redial {
  private static final int LONGEST_PAUSE_SECONDS = 15;

  private final String address;
  private final Wire.Opener opener;
  private final Console.Voice voice;
  private int failures;
  private boolean closed;

  Redial(String address, Wire.Opener opener, Console.Voice voice) {
    this.address = address;
    this.opener = opener;
    this.voice = voice;
  }

  /**
   * Waits as long as the last failures ask for and tries once.
   *
   * @return null if it failed
   */
  @Nullable Wire open(Wire.Listener listener) throws InterruptedException {
    pause();
    try {
      return opener.open(listener);
    } catch (IOException e) {
      failed(e.getMessage());
      return null;
    }
  }

  /** Something got through: the next failure is the first again. */
  synchronized void works() {
    failures = 0;
  }

  synchronized void failed(@Nullable String why) {
    failures++;
    voice.say("%s: %s; trying again in %d s".formatted(address, why, pauseSeconds()));
  }

  /**
   * @param again messages that were sent and not acknowledged
   */
  void connected(int again) {
    voice.say(
        again == 0
            ? "connected to %s".formatted(address)
            : "connected to %s, unacknowledged and sent again: %d".formatted(address, again));
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private synchronized void pause() throws InterruptedException {
    Instant then = Instant.now().plusSeconds(pauseSeconds());
    Duration left = Duration.between(Instant.now(), then);
    while (!left.isNegative() && !left.isZero() && !closed) {
      wait(Math.max(1, left.toMillis()));
      left = Duration.between(Instant.now(), then);
    }
    // The client swallows interrupts while it connects, so being closed is asked for as well.
    if (closed) {
      throw new InterruptedException("the link is closed");
    }
  }

  private int pauseSeconds() {
    return failures == 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(failures - 1, 4));
  }
}
