package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.tijian.gateway.inbox.InboxWatch;
import org.tijian.gateway.inbox.LinkListener;

/** Alive but not taking in is told well within half a minute. */
class StallHealthTests {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));

  private final LinkListener nobody =
      new LinkListener() {
        @Override
        public void connecting() {}

        @Override
        public void subscribed() {}

        @Override
        public void stored(String mn) {}
      };

  private final StallHealth health = new StallHealth(new InboxWatch(now::get, nobody));

  @Test
  void goesDownAfterTwentySecondsWithoutASubscription() {
    assertThat(statusAfter(20)).isEqualTo(Status.UP);
    assertThat(statusAfter(1)).isEqualTo(Status.DOWN);
  }

  private Status statusAfter(int seconds) {
    now.updateAndGet(moment -> moment.plusSeconds(seconds));
    return health.health().getStatus();
  }
}
