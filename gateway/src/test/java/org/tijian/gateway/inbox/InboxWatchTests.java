package org.tijian.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InboxWatchTests {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));

  private final InboxWatch watch =
      new InboxWatch(
          now::get,
          new LinkListener() {
            @Override
            public void connecting() {}

            @Override
            public void subscribed() {}

            @Override
            public void stored(String mn) {}
          });

  @Test
  void theOldestBatchCountsWhoeverElseGetsOn() {
    watch.batchTaken("one");
    pass(10);
    watch.batchTaken("other");
    pass(5);

    assertThat(watch.stalledFor()).contains(Duration.ofSeconds(15));
    watch.batchDone("other");
    assertThat(watch.stalledFor()).contains(Duration.ofSeconds(15));
    watch.batchDone("one");
    assertThat(watch.stalledFor()).isEmpty();
  }

  @Test
  void aFailedBatchKeepsWaitingAndTellsWhy() {
    watch.batchTaken("one");
    pass(3);
    watch.batchFailed("one", new IllegalStateException("no database"));
    pass(4);

    assertThat(watch.stalledFor()).contains(Duration.ofSeconds(7));
    assertThat(watch.lastProblem()).hasValueSatisfying(p -> assertThat(p).contains("no database"));
    watch.batchDone("one");
    assertThat(watch.lastProblem()).isEmpty();
  }

  private void pass(int seconds) {
    now.updateAndGet(moment -> moment.plusSeconds(seconds));
  }
}
