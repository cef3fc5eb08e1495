package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestDevices.mqtt3;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;

/** What goes straight into the inbox, and what by the broker's journal. */
class ShortWayTests {
  @TempDir Path data;
  private final String url = TestPostgres.freshDatabase();
  private final TestSite site = new TestSite(url);
  private final TestDevice device = site.device();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(url, data);
    eventually().ignoreExceptions().untilAsserted(() -> mqtt5(gateway.broker(), device).connect());
  }

  @AfterEach
  void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void wholeFramesAreStoredWhenTheyAreAcknowledged() {
    Mqtt3BlockingClient client = mqtt3(gateway.broker(), device);
    client.connect();

    for (int i = 0; i < 20; i++) {
      publish(client, topic(device), minute(device.mn(), i));
      // Were the database to stand still for seconds, it would go the long way.
      assertThat(site.storedMinutes(device)).isGreaterThanOrEqualTo((long) sent("short"));
    }

    assertThat(sent("short") + sent("long")).isEqualTo(20);
    assertThat(sent("short")).isPositive();
    eventually().until(() -> site.storedMinutes(device) == 20);
  }

  @Test
  void topicsNamedByNumberAreReadOnBothWays() throws Exception {
    Mqtt5BlockingClient client = mqtt5(gateway.broker(), device);
    client.connect();

    publish(client, topic(device), minute(device.mn(), 0));
    publish(client, topic(device), minute(device.mn(), 1));
    eventually().until(() -> site.storedMinutes(device) == 2);
    gateway.stopRoute();
    publish(client, topic(device), minute(device.mn(), 2));
    gateway.startRoute();

    eventually().until(() -> site.storedMinutes(device) == 3);
    assertThat(sent("short")).isPositive();
    assertThat(sent("long")).isPositive();
  }

  @Test
  void framesInPiecesGoTheLongWayBecauseWhoSendsThemWaitsForEachAnswer() {
    Mqtt5BlockingClient client = mqtt5(gateway.broker(), device);
    client.connect();
    byte[] frame = minute(device.mn(), 0);

    publish(client, topic(device), Arrays.copyOf(frame, 40));
    publish(client, topic(device), Arrays.copyOfRange(frame, 40, frame.length));

    assertThat(sent("long")).isEqualTo(2);
    eventually().until(() -> site.storedMinutes(device) == 1);
  }

  private double sent(String way) {
    return gateway.bean(MeterRegistry.class).counter("tijian.broker.messages", "way", way).count();
  }
}
