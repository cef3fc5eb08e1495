package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.broker.BrokenDisk;
import org.tijian.gateway.broker.Broker;

/**
 * Artemis ends itself when its disk fails it; the gateway brings it back without being restarted.
 */
class BrokerRevivalTests {
  @TempDir Path data;
  private final String url = TestPostgres.freshDatabase();
  private final TestSite site = new TestSite(url);
  private final TestDevice device = site.device();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(url, data);
  }

  @AfterEach
  void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void aBrokerThatEndsItselfIsStartedAgainAsOftenAsItTakes() {
    HealthIndicator health = gateway.bean("brokerHealthIndicator", HealthIndicator.class);

    for (int life = 0; life < 3; life++) {
      Mqtt5BlockingClient client = mqtt5(gateway.broker(), device);
      eventually().ignoreExceptions().untilAsserted(client::connect);
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      // Acknowledged, and then the disk fails before or after it is stored.
      publish(client, topic(device), minute(device.mn(), life));
      BrokenDisk.under(gateway.bean(Broker.class));
      eventually().until(() -> health.health().getStatus().equals(Status.DOWN));
    }

    eventually().until(() -> site.storedMinutes(device) == 3);
    eventually().until(() -> health.health().getStatus().equals(Status.UP));
  }
}
