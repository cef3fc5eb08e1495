package org.tijian.gateway.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tijian.analytics.reading.PeriodKind;

/**
 * Watches loggers that send real-time data every second: how long after its second each frame can
 * be read. The second is when the value was taken; so sending, storing and looking are all in it.
 */
final class LiveWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration GIVE_UP = Duration.ofSeconds(20);

  private final Map<Fleet.Member, Deque<Instant>> awaited = new HashMap<>();
  private final Ledger ledger;
  private final Thread thread = new Thread(this::run, "bench-live-watch");
  private volatile Latencies latencies = new Latencies();
  private final AtomicLong missed = new AtomicLong();
  private volatile boolean stopped;

  LiveWatch(List<Fleet.Member> members, Ledger ledger) {
    this.ledger = ledger;
    members.forEach(member -> awaited.put(member, new ArrayDeque<>()));
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    Instant newest = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    while (!stopped) {
      Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      while (newest.isBefore(second)) {
        newest = newest.plusSeconds(1);
        for (Deque<Instant> each : awaited.values()) {
          each.add(newest);
        }
      }
      awaited.forEach(this::look);
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void look(Fleet.Member member, Deque<Instant> seconds) {
    Instant oldest = seconds.peek();
    while (oldest != null) {
      boolean there = ledger.isReadable(member.outletId(), PeriodKind.REAL_TIME, oldest);
      Duration passed = Duration.between(oldest, Instant.now());
      if (there) {
        latencies.add(passed.toNanos());
      } else if (passed.compareTo(GIVE_UP) > 0) {
        missed.incrementAndGet();
      } else {
        return;
      }
      seconds.remove();
      oldest = seconds.peek();
    }
  }

  /** What was seen since the last time this was asked; frames still awaited are not in it. */
  Latencies since() {
    Latencies past = latencies;
    latencies = new Latencies();
    return past;
  }

  /** Frames that could not be read twenty seconds after their time. */
  long missed() {
    return missed.get();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }
}
