package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.tijian.analytics.reading.StoreEngine;

class EngineHealthTests {
  @Test
  void saysWhatTheReadingsLieOn() {
    Health health =
        new EngineHealth(new StoreEngine("PostgreSQL 15.18", "2.28.3", true, true, null)).health();

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("server", "PostgreSQL 15.18")
        .containsEntry("timescaledb", "2.28.3")
        .containsEntry("hypertable", true)
        .containsEntry("columnstore", true)
        .doesNotContainKey("problem");
  }

  @Test
  void anExtensionThatCannotBeUsedIsToldAndIsNoOutage() {
    Health health =
        new EngineHealth(new StoreEngine("PostgreSQL 15.18", null, false, false, "not preloaded"))
            .health();

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("timescaledb", "none")
        .containsEntry("problem", "not preloaded");
  }
}
