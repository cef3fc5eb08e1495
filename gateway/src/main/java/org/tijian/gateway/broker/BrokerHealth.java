package org.tijian.gateway.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a broker of our own is: then no device gets in, and nothing is acknowledged. */
final class BrokerHealth implements HealthIndicator {
  private final Broker broker;

  BrokerHealth(Broker broker) {
    this.broker = broker;
  }

  @Override
  public Health health() {
    return broker.isRunning()
        ? Health.up().build()
        : Health.down()
            .withDetail("problem", "the broker has stopped and is started again")
            .build();
  }
}
