package org.tijian.gateway;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.tijian.gateway.inbox.InboxWatch;

/** Down when the gateway lives but gets nothing stored. */
final class StallHealth implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InboxWatch watch;

  StallHealth(InboxWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    Duration stalled = watch.stalledFor().orElse(Duration.ZERO);
    Duration unsubscribed = watch.unsubscribedFor().orElse(Duration.ZERO);
    if (stalled.compareTo(PATIENCE) <= 0 && unsubscribed.compareTo(PATIENCE) <= 0) {
      return Health.up().build();
    }
    return Health.down()
        .withDetail("notStoredForSeconds", stalled.toSeconds())
        .withDetail("noSubscriptionForSeconds", unsubscribed.toSeconds())
        .withDetail("problem", watch.lastProblem().orElse(""))
        .build();
  }
}
