package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.inbox.InboxWatch;

/** With a broker that was there before: Debian's Mosquitto as a process of its own. */
class ForeignBrokerTests {
  private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

  @TempDir Path directory;
  private final int port = RunningGateway.freePort();
  private Process mosquitto;
  private TestSite site;
  private TestDevice device;
  private RunningGateway gateway;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Files.isExecutable(MOSQUITTO), "Mosquitto is not installed");
    startMosquitto();
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    device = site.device();
    gateway =
        RunningGateway.start(
            url,
            directory.resolve("data"),
            Map.of("tijian.mqtt.url", "tcp://127.0.0.1:" + port, "tijian.tcp.port", 0));
    awaitSubscription();
  }

  @AfterEach
  void stop() throws Exception {
    if (gateway != null) {
      gateway.close();
      site.close();
    }
    if (mosquitto != null) {
      stopMosquitto();
    }
  }

  @Test
  void theAddressShownIsTheOtherBrokers() {
    assertThat(gateway.broker()).isEqualTo(new BrokerAddress("127.0.0.1", port));
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aFrameIsStored() {
    send(0, 1);

    eventually().until(() -> site.storedMinutes(device) == 1);
  }

  @Test
  void theGatewayConnectsAgainWhenTheBrokerIsBack() throws Exception {
    send(0, 100);
    eventually().until(() -> site.storedMinutes(device) == 100);

    stopMosquitto();
    eventually().until(() -> gateway.bean(InboxWatch.class).unsubscribedFor().isPresent());
    startMosquitto();
    awaitSubscription();
    send(100, 200);

    eventually().until(() -> site.storedMinutes(device) == 200);
  }

  @Test
  void messagesThatWaitedWhileTheGatewayWasStoppedAreStored() throws Exception {
    gateway.stopRoute();
    send(0, 200);
    gateway.startRoute();

    eventually().until(() -> site.storedMinutes(device) == 200);
  }

  private void send(int from, int until) {
    Mqtt5BlockingClient client = mqtt5(new BrokerAddress("127.0.0.1", port), device);
    client.connect();
    for (int i = from; i < until; i++) {
      publish(client, topic(device), minute(device.mn(), i));
    }
    client.disconnect();
  }

  private void awaitSubscription() {
    eventually().until(() -> gateway.bean(InboxWatch.class).unsubscribedFor().isEmpty());
  }

  private void startMosquitto() throws IOException {
    Path configuration = directory.resolve("mosquitto.conf");
    Files.writeString(
        configuration,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        user root
        max_queued_messages 0
        max_inflight_messages 1000
        persistence true
        persistence_location %s/
        """
            .formatted(port, directory));
    mosquitto =
        new ProcessBuilder(MOSQUITTO.toString(), "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("mosquitto.log").toFile())
            .start();
    eventually().until(this::isListening);
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void stopMosquitto() throws InterruptedException {
    mosquitto.destroy();
    assertThat(mosquitto.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
