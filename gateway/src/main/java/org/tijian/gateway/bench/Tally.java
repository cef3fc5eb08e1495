package org.tijian.gateway.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the loggers of a load have done together: written by the swarm's thread, read by others. */
final class Tally {
  final AtomicInteger ready = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();
  final AtomicLong sent = new AtomicLong();
  final AtomicLong acknowledged = new AtomicLong();

  /** Messages that were due and found no room: never sent, so never acknowledged. */
  final AtomicLong givenUp = new AtomicLong();

  private volatile Latencies latencies = new Latencies();
  private volatile Timeline timeline = new Timeline();
  private volatile long lastAt;

  void acknowledged(long since) {
    long now = System.nanoTime();
    latencies.add(now - since);
    timeline.add(now, now - since);
    lastAt = now;
    acknowledged.incrementAndGet();
  }

  /** Loggers that were let in or refused. */
  int answered() {
    return ready.get() + refused.get();
  }

  /** When the last acknowledgement came, of {@link System#nanoTime()}. */
  long lastAt() {
    return lastAt;
  }

  Latencies latencies() {
    return latencies;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Durations are counted anew from now on. */
  void startAnew() {
    latencies = new Latencies();
    timeline = new Timeline();
  }
}
