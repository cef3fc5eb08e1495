package org.tijian.gateway.bench;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.PeriodKind;

/**
 * An ordinary registered logger on a socket that goes on while a server is loaded: real-time data
 * every second, and how long each took from being sent to being readable in the database.
 */
final class Probe implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration GIVE_UP = Duration.ofSeconds(60);

  private final Fleet.Member member;
  private final Ledger ledger;
  private final Socket socket;
  private volatile Latencies latencies = new Latencies();
  private final AtomicLong readable = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;

  private Probe(Fleet.Member member, Ledger ledger, int port) throws IOException {
    this.member = member;
    this.ledger = ledger;
    this.socket = new Socket("127.0.0.1", port);
    this.thread = new Thread(this::run, "bench-probe");
    socket.setTcpNoDelay(true);
    thread.setDaemon(true);
  }

  static Probe start(Fleet.Member member, Ledger ledger, int port) throws IOException {
    Probe probe = new Probe(member, ledger, port);
    probe.thread.start();
    return probe;
  }

  private void run() {
    try {
      Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      while (!stopped.get()) {
        second = next(second);
        long before = System.nanoTime();
        socket.getOutputStream().write(Content.moment(member.mn(), second, sent.get()));
        sent.incrementAndGet();
        awaitReadable(second, before);
      }
    } catch (IOException | DataAccessException e) {
      unreadable.incrementAndGet();
      System.err.println("bench: the probe ends: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The second that begins next, waited for. */
  private static Instant next(Instant last) throws InterruptedException {
    Instant now = Instant.now();
    Instant current = now.truncatedTo(ChronoUnit.SECONDS);
    if (current.isAfter(last)) {
      return current;
    }
    Instant next = last.plusSeconds(1);
    Thread.sleep(Math.max(1, Duration.between(now, next).toMillis() + 1));
    return next;
  }

  private void awaitReadable(Instant second, long sentAt) throws InterruptedException {
    while (!ledger.isReadable(member.outletId(), PeriodKind.REAL_TIME, second)) {
      if (System.nanoTime() - sentAt > GIVE_UP.toNanos()) {
        unreadable.incrementAndGet();
        return;
      }
      Thread.sleep(LOOK.toMillis());
    }
    readable.incrementAndGet();
    latencies.add(System.nanoTime() - sentAt);
  }

  /** Tells what it saw since the last time. */
  void phase(Sheet sheet, String during) {
    Latencies past = latencies;
    latencies = new Latencies();
    sheet.latencies("live frame sent -> readable, " + during, past);
  }

  /** Stops it and tells whether all it sent is there. */
  void finish(Sheet sheet) throws InterruptedException {
    stopped.set(true);
    thread.join(GIVE_UP.toMillis() + 2_000);
    sheet.check(
        "all %d frames of the registered logger are readable".formatted(sent.get()),
        sent.get() > 0 && unreadable.get() == 0 && readable.get() == sent.get());
  }

  @Override
  public void close() {
    stopped.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    }
  }
}
