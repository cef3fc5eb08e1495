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
import java.util.concurrent.TimeUnit;
import org.tijian.analytics.site.BrokerAddress;
import org.tijian.gateway.TestSite.TestDevice;

/** Debian's Mosquitto as a process of its own; tests that need it are skipped where it is not. */
final class TestMosquitto implements AutoCloseable {
  private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

  private final Path directory;
  private final int port = RunningGateway.freePort();
  private Process process;

  private TestMosquitto(Path directory) {
    this.directory = directory;
  }

  static TestMosquitto start(Path directory) throws IOException {
    assumeTrue(Files.isExecutable(MOSQUITTO), "Mosquitto is not installed");
    TestMosquitto broker = new TestMosquitto(directory);
    broker.start();
    return broker;
  }

  void start() throws IOException {
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
    process =
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

  BrokerAddress address() {
    return new BrokerAddress("127.0.0.1", port);
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Minutes of a device, each acknowledged by the broker. */
  void send(TestDevice device, int from, int until) {
    Mqtt5BlockingClient client = mqtt5(address(), device);
    client.connect();
    for (int i = from; i < until; i++) {
      publish(client, topic(device), minute(device.mn(), i));
    }
    client.disconnect();
  }

  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
