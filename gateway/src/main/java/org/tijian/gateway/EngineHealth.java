package org.tijian.gateway;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.tijian.analytics.reading.StoreEngine;

/** Says what the readings lie on, and why TimescaleDB is not used where it is offered. */
final class EngineHealth implements HealthIndicator {
  private final StoreEngine engine;

  EngineHealth(StoreEngine engine) {
    this.engine = engine;
  }

  @Override
  public Health health() {
    Health.Builder health =
        Health.up()
            .withDetail("server", engine.server())
            .withDetail("timescaledb", Objects.requireNonNullElse(engine.timescale(), "none"))
            .withDetail("hypertable", engine.hypertable())
            .withDetail("columnstore", engine.columnstore());
    if (engine.whyNot() != null) {
      health.withDetail("problem", engine.whyNot());
    }
    return health.build();
  }
}
