package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.testing.TestPostgres;

class UpkeepThreadTests {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();

  @Test
  void closedDaysAreFoldedWithoutBeingAskedFor() throws InterruptedException {
    try (MonitoringDatabase database =
        MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres")) {
      FrameStore.on(database).append(List.of(minute("one", NOON, nox(10))));
      SampleUpkeep upkeep = SampleUpkeep.on(database, Duration.ZERO, null);
      try (UpkeepThread thread =
          new UpkeepThread(List.of(upkeep::run), Duration.ZERO, Duration.ofHours(1))) {
        thread.start();
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (count(database, "sample") > 0 && System.nanoTime() < until) {
          Thread.sleep(20);
        }
      }
      assertThat(count(database, "sample")).isZero();
      assertThat(count(database, "sample_period")).isEqualTo(1);
    }
  }

  private static long count(MonitoringDatabase database, String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
