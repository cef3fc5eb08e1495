package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestSite.eventually;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.InboxWatch;

/** With a broker that was there before: Debian's Mosquitto as a process of its own. */
class ForeignBrokerTests {
  @TempDir Path directory;
  private TestMosquitto mosquitto;
  private TestSite site;
  private TestDevice device;
  private RunningGateway gateway;

  @BeforeEach
  void start() throws Exception {
    mosquitto = TestMosquitto.start(directory);
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    device = site.device();
    gateway =
        RunningGateway.start(
            url,
            directory.resolve("data"),
            Map.of("tijian.mqtt.url", mosquitto.url(), "tijian.tcp.port", 0));
    awaitSubscription();
  }

  @AfterEach
  void stop() throws Exception {
    if (gateway != null) {
      gateway.close();
      site.close();
    }
    if (mosquitto != null) {
      mosquitto.close();
    }
  }

  @Test
  void theAddressShownIsTheOtherBrokers() {
    assertThat(gateway.broker()).isEqualTo(mosquitto.address());
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aFrameIsStored() {
    mosquitto.send(device, 0, 1);

    eventually().until(() -> site.storedMinutes(device) == 1);
  }

  @Test
  void theGatewayConnectsAgainWhenTheBrokerIsBack() throws Exception {
    mosquitto.send(device, 0, 100);
    eventually().until(() -> site.storedMinutes(device) == 100);

    mosquitto.stop();
    eventually().until(() -> gateway.bean(InboxWatch.class).unsubscribedFor().isPresent());
    mosquitto.start();
    awaitSubscription();
    mosquitto.send(device, 100, 200);

    eventually().until(() -> site.storedMinutes(device) == 200);
  }

  @Test
  void messagesThatWaitedWhileTheGatewayWasStoppedAreStored() throws Exception {
    gateway.stopRoute();
    mosquitto.send(device, 0, 200);
    gateway.startRoute();

    eventually().until(() -> site.storedMinutes(device) == 200);
  }

  private void awaitSubscription() {
    eventually().until(() -> gateway.bean(InboxWatch.class).unsubscribedFor().isEmpty());
  }
}
