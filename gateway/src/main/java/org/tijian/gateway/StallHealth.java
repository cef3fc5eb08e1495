package org.tijian.gateway;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.tijian.gateway.inbox.InboxWatch;

/** Down when the gateway lives but gets nothing stored. */
final class StallHealth implements HealthIndicator {
  /** Asked every few seconds, it is then told within 30 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InboxWatch watch;
  private final Duration patience;

  StallHealth(InboxWatch watch) {
    this(watch, PATIENCE);
  }

  StallHealth(InboxWatch watch, Duration patience) {
    this.watch = watch;
    this.patience = patience;
  }

  @Override
  public Health health() {
    Duration stalled = watch.stalledFor().orElse(Duration.ZERO);
    Duration unsubscribed = watch.unsubscribedFor().orElse(Duration.ZERO);
    if (stalled.compareTo(patience) <= 0 && unsubscribed.compareTo(patience) <= 0) {
      return Health.up().build();
    }
    return Health.down()
        .withDetail("notStoredForSeconds", stalled.toSeconds())
        .withDetail("noSubscriptionForSeconds", unsubscribed.toSeconds())
        .withDetail("problem", watch.lastProblem().orElse(""))
        .build();
  }
}
