package org.tijian.gateway.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.site.SiteRegister.Revocation;

/**
 * Sends devices away whose password or certificate is revoked while they are connected: MQTT asks
 * for them only once, and a connection may stand for months.
 */
final class RevocationWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RevocationWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** A revocation carries the time its transaction began, and is seen only when that has ended. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final SiteRegister register;
  private final DeviceSecurity security;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(RevocationWatch::daemon);
  private Set<Revocation> done = Set.of();
  private Instant since;

  /**
   * @param since when the doors opened
   */
  RevocationWatch(SiteRegister register, DeviceSecurity security, Instant since) {
    this.register = register;
    this.security = security;
    this.since = since.minus(OVERLAP);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "revocations");
    thread.setDaemon(true);
    return thread;
  }

  RevocationWatch start() {
    thread.scheduleWithFixedDelay(
        this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  private void look() {
    try {
      List<Revocation> revoked = register.revocations(since);
      revoked.stream()
          .filter(each -> !done.contains(each))
          .map(Revocation::mn)
          .distinct()
          .forEach(security::disconnect);
      done = new HashSet<>(revoked);
      if (!revoked.isEmpty()) {
        since = later(since, revoked.get(revoked.size() - 1).at().minus(OVERLAP));
      }
    } catch (RuntimeException e) {
      log.warn("cannot look for revoked passwords; next try soon: {}", e.toString());
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
