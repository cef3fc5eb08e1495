package org.tijian.gateway.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the endpoint does its work: alive is not enough, it has to get things stored. */
public final class InboxWatch {
  private final InstantSource clock;
  private final LinkListener listener;
  private @Nullable Instant unsubscribedSince;
  private final Map<Object, Waiting> waiting = new IdentityHashMap<>();

  /** A worker's batch at hand. */
  private record Waiting(Instant since, @Nullable String problem) {}

  public InboxWatch(InstantSource clock, LinkListener listener) {
    this.clock = clock;
    this.listener = listener;
    this.unsubscribedSince = clock.instant();
  }

  void subscribed() {
    synchronized (this) {
      unsubscribedSince = null;
    }
    listener.subscribed();
  }

  void stored(String mn) {
    listener.stored(mn);
  }

  void connecting() {
    listener.connecting();
  }

  synchronized void unsubscribed() {
    if (unsubscribedSince == null) {
      unsubscribedSince = clock.instant();
    }
  }

  synchronized void batchTaken(Object worker) {
    waiting.put(worker, new Waiting(clock.instant(), null));
  }

  synchronized void batchFailed(Object worker, Throwable problem) {
    Waiting known = waiting.get(worker);
    Instant since = known == null ? clock.instant() : known.since();
    waiting.put(worker, new Waiting(since, problem.toString()));
  }

  synchronized void batchDone(Object worker) {
    waiting.remove(worker);
  }

  /**
   * @return for how long messages have been waiting to be stored
   */
  public synchronized Optional<Duration> stalledFor() {
    return since(
        waiting.values().stream().map(Waiting::since).min(Comparator.naturalOrder()).orElse(null));
  }

  /**
   * @return for how long there has been no subscription
   */
  public synchronized Optional<Duration> unsubscribedFor() {
    return since(unsubscribedSince);
  }

  /** What the last attempt to store failed with, as long as it has not succeeded. */
  public synchronized Optional<String> lastProblem() {
    return waiting.values().stream()
        .flatMap(batch -> Stream.ofNullable(batch.problem()))
        .findFirst();
  }

  private Optional<Duration> since(@Nullable Instant moment) {
    return Optional.ofNullable(moment).map(m -> Duration.between(m, clock.instant()));
  }
}
