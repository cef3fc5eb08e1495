package org.tijian.gateway.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much is held on the short way at the moment, and whether it gets less. */
final class HeldSum {
  private static final int MOST = 10_000;
  private static final long MOST_BYTES = 16 << 20;

  /** When nothing was stored for so long although messages wait, the database is away. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final Counter counter;
  private volatile long progressAt = System.nanoTime();

  HeldSum(MeterRegistry meters) {
    this.counter = meters.counter("tijian.broker.messages", "way", "short");
  }

  boolean hasRoom() {
    return messages.get() < MOST && bytes.get() < MOST_BYTES;
  }

  void begun(HeldMessage message) {
    if (messages.getAndIncrement() == 0) {
      progressAt = System.nanoTime();
    }
    bytes.addAndGet(message.length());
  }

  void stored(HeldMessage message) {
    counter.increment();
    ended(message);
  }

  void ended(HeldMessage message) {
    messages.decrementAndGet();
    bytes.addAndGet(-message.length());
    progressAt = System.nanoTime();
  }

  boolean isStalled() {
    return messages.get() > 0 && System.nanoTime() - progressAt > PATIENCE_NANOS;
  }
}
