package org.tijian.gateway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Loggers that publish at QoS 1: as fast as they are answered, or at a steady rate. */
final class Load implements AutoCloseable {
  private static final Duration ANSWERS = Duration.ofSeconds(120);
  private static final Duration SIGN_IN = Duration.ofSeconds(180);
  private static final long PROGRESS_MILLIS = 5_000;

  private final Swarm swarm = new Swarm();
  private final Tally tally = new Tally();
  private final List<Publisher> publishers;
  private final Sheet sheet;

  /** A logger has one message in a second of DataTime, also across two stretches. */
  private long nextSecondAt = System.nanoTime();

  /**
   * A stretch of publishing.
   *
   * @param begunAt of {@link System#nanoTime()}
   * @param endedAt when the last message was acknowledged
   * @param latencies from the moment a message was due to its acknowledgement
   * @param timeline the same, second by second
   */
  record Stretch(
      long messages, long begunAt, long endedAt, Latencies latencies, Timeline timeline) {
    double perSecond() {
      return messages * 1e9 / (endedAt - begunAt);
    }
  }

  /**
   * @param root of the topics
   * @param window most unacknowledged messages of one logger
   */
  Load(List<Fleet.Member> members, Workload workload, String root, int window, Sheet sheet) {
    this.publishers =
        members.stream()
            .map(member -> new Publisher(member, workload, root, window, tally))
            .toList();
    this.sheet = sheet;
  }

  /** Signs everybody in. */
  void connect(int port) throws InterruptedException, IOException {
    int all = publishers.size();
    swarm.open(all, port, i -> publishers.get(i).peer()::enter, tally::answered);
    long until = System.nanoTime() + SIGN_IN.toNanos();
    while (tally.ready.get() < all) {
      if (tally.refused.get() > 0 || System.nanoTime() > until) {
        throw new IOException(
            "%d of %d loggers are signed in, %d refused"
                .formatted(tally.ready.get(), all, tally.refused.get()));
      }
      Thread.sleep(50);
    }
    sheet.progress("%,d loggers are signed in".formatted(all));
  }

  /** As fast as acknowledgements come, for so long; then until all is acknowledged. */
  Stretch fast(Duration time) throws InterruptedException, IOException {
    long before = begin();
    long begun = System.nanoTime();
    swarm.loop().execute(() -> publishers.forEach(Publisher::goFast));
    pass(time);
    swarm.loop().submit(() -> publishers.forEach(Publisher::stopFast)).awaitUninterruptibly();
    return end(before, begun);
  }

  /** At a steady rate, evenly divided among the loggers, answered or not. */
  Stretch paced(Duration time, double perSecond) throws InterruptedException, IOException {
    TimeUnit.NANOSECONDS.sleep(nextSecondAt - System.nanoTime());
    long before = begin();
    Pace pace = new Pace(System.nanoTime(), 1e9 / perSecond);
    ScheduledFuture<?> ticks =
        swarm.loop().scheduleAtFixedRate(() -> tick(pace), 0, 1, TimeUnit.MILLISECONDS);
    pass(time);
    ticks.cancel(false);
    nextSecondAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    swarm.loop().submit(() -> publishers.forEach(Publisher::giveUp)).awaitUninterruptibly();
    return end(before, pace.begun);
  }

  private static final class Pace {
    private final long begun;
    private final double nanosEach;
    private long next;

    Pace(long begun, double nanosEach) {
      this.begun = begun;
      this.nanosEach = nanosEach;
    }

    long due() {
      return begun + (long) (next * nanosEach);
    }
  }

  private void tick(Pace pace) {
    long now = System.nanoTime();
    for (long due = pace.due(); due <= now; due = pace.due()) {
      publishers.get((int) (pace.next % publishers.size())).due(due);
      pace.next++;
    }
  }

  private long begin() {
    tally.startAnew();
    return tally.sent.get();
  }

  private Stretch end(long before, long begun) throws InterruptedException, IOException {
    long until = System.nanoTime() + ANSWERS.toNanos();
    while (tally.acknowledged.get() < tally.sent.get()) {
      if (System.nanoTime() > until) {
        throw new IOException(
            "%,d of %,d messages are not acknowledged after %d s"
                .formatted(
                    tally.sent.get() - tally.acknowledged.get(),
                    tally.sent.get(),
                    ANSWERS.toSeconds()));
      }
      Thread.sleep(2);
    }
    return new Stretch(
        tally.sent.get() - before, begun, tally.lastAt(), tally.latencies(), tally.timeline());
  }

  private void pass(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); left > 0; left = (until - System.nanoTime()) / 1_000_000) {
      Thread.sleep(Math.min(PROGRESS_MILLIS, left));
      sheet.progress(
          "%,d sent, %,d acknowledged".formatted(tally.sent.get(), tally.acknowledged.get()));
    }
  }

  /** Messages of all steady stretches that were due and found no room: they were never sent. */
  long givenUp() {
    return tally.givenUp.get();
  }

  /** All that was ever acknowledged. */
  long acknowledged() {
    return tally.acknowledged.get();
  }

  @Override
  public void close() {
    swarm.close();
  }
}
