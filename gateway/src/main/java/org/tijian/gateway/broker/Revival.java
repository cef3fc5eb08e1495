package org.tijian.gateway.broker;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a broker again that has stopped by itself, as often as it takes, with growing pauses. */
final class Revival implements Runnable, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Revival.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final EmbeddedBroker broker;
  private final Thread thread = new Thread(this, "broker revival");

  Revival(EmbeddedBroker broker) {
    this.broker = broker;
    thread.setDaemon(true);
  }

  Revival start() {
    thread.start();
    return this;
  }

  @Override
  public void run() {
    Duration pause = LOOK_EVERY;
    try {
      while (true) {
        Thread.sleep(pause.toMillis());
        pause = revived() ? LOOK_EVERY : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      log.debug("nobody looks after the broker any more");
    }
  }

  private boolean revived() {
    try {
      broker.reviveIfOver();
      return true;
    } catch (RuntimeException e) {
      log.error("the broker is down and does not start; next try soon: {}", e.toString());
      return false;
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Returns when an attempt under way has ended. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
