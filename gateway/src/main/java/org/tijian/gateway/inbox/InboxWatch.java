package org.tijian.gateway.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the endpoint does its work: alive is not enough, it has to get things stored. */
public final class InboxWatch {
  private final InstantSource clock;
  private final LinkListener listener;
  private @Nullable Instant unsubscribedSince;
  private @Nullable Instant waitingSince;
  private @Nullable String lastProblem;

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

  void connecting() {
    listener.connecting();
  }

  synchronized void unsubscribed() {
    if (unsubscribedSince == null) {
      unsubscribedSince = clock.instant();
    }
  }

  synchronized void batchTaken() {
    waitingSince = clock.instant();
  }

  synchronized void batchFailed(Throwable problem) {
    lastProblem = problem.toString();
  }

  synchronized void batchDone() {
    waitingSince = null;
    lastProblem = null;
  }

  /**
   * @return for how long messages have been waiting to be stored
   */
  public synchronized Optional<Duration> stalledFor() {
    return since(waitingSince);
  }

  /**
   * @return for how long there has been no subscription
   */
  public synchronized Optional<Duration> unsubscribedFor() {
    return since(unsubscribedSince);
  }

  /** What the last attempt to store failed with, as long as it has not succeeded. */
  public synchronized Optional<String> lastProblem() {
    return Optional.ofNullable(lastProblem);
  }

  private Optional<Duration> since(@Nullable Instant moment) {
    return Optional.ofNullable(moment).map(m -> Duration.between(m, clock.instant()));
  }
}
