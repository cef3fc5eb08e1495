package org.tijian.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tijian.gateway.TestDevices.mqtt5;
import static org.tijian.gateway.TestDevices.publish;
import static org.tijian.gateway.TestDevices.topic;
import static org.tijian.gateway.TestFrames.minute;
import static org.tijian.gateway.TestSite.eventually;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.ReadingStore.Latest;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.TestSparkplug.Metric;
import org.tijian.gateway.conversation.Downlink;

/** Over the broker: frames cut or wrapped, JSON, Sparkplug B, and the way back. */
class FormatTests {
  private static final Path MOSQUITTO_PUB = Path.of("/usr/bin/mosquitto_pub");
  private static final Path MOSQUITTO_SUB = Path.of("/usr/bin/mosquitto_sub");

  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;
  private final TestDevice device = site.device();
  private Mqtt5BlockingClient client;

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    gateway = RunningGateway.startWithTcp(url, data);
    eventually().until(FormatTests::isListening);
  }

  private static boolean isListening() {
    try (java.net.Socket socket =
        new java.net.Socket(gateway.broker().host(), gateway.broker().port())) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  @BeforeEach
  void connect() {
    client = mqtt5(gateway.broker(), device);
    client.connect();
  }

  @AfterEach
  void disconnect() {
    client.disconnect();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void framesAreStoredHoweverTheyAreCut(int chunk) {
    send(chunk, minute(device.mn(), 0), minute(device.mn(), 1));

    eventually().until(() -> site.storedMinutes(device) == 2);
    assertThat(site.quarantine(device)).isEmpty();
  }

  @Test
  void anUnfinishedFrameHoldsUpNobodyElse() {
    send(20, Arrays.copyOf(minute(device.mn(), 0), 90));
    TestDevice other = site.device();
    Mqtt5BlockingClient another = mqtt5(gateway.broker(), other);
    another.connect();
    publish(another, topic(other), minute(other.mn(), 0));

    eventually().until(() -> site.storedMinutes(other) == 1);
    eventually().until(() -> site.quarantine(device).size() == 1);
    assertThat(site.quarantine(device).get(0).reason().code()).isEqualTo("incomplete");
    another.disconnect();
  }

  @Test
  void aFrameBegunBeforeAStopIsFinishedAfterIt() throws Exception {
    byte[] frame = minute(device.mn(), 0);
    publish(client, topic(device), Arrays.copyOf(frame, 70));
    gateway.stopRoute();
    publish(client, topic(device), Arrays.copyOfRange(frame, 70, frame.length));
    gateway.startRoute();

    eventually().until(() -> site.storedMinutes(device) == 1);
    assertThat(site.quarantine(device)).isEmpty();
  }

  @Test
  void wrappedFramesAreUnwrapped() {
    byte[] hex = HexFormat.of().formatHex(minute(device.mn(), 0)).getBytes(UTF_8);
    byte[] base64 = Base64.getEncoder().encode(minute(device.mn(), 1));
    String json =
        "{\"data\":\"%s\"}"
            .formatted(new String(minute(device.mn(), 2), UTF_8).replace("\r\n", "\\r\\n"));
    publish(client, topic(device), hex);
    publish(client, topic(device), base64);
    publish(client, topic(device), json.getBytes(UTF_8));

    eventually().until(() -> site.storedMinutes(device) == 3);
  }

  @Test
  void aPeriodInJsonIsStored() {
    String message =
        """
        {"kind":"minute","time":"2026-11-01T08:00:00+08:00",
         "factors":{"a21026":{"avg":1.25,"min":1,"max":2,"zsAvg":1.5,"flag":"N"}}}
        """;
    publish(client, "tijian/v1/%s/json".formatted(device.mn()), message.getBytes(UTF_8));

    eventually().until(() -> site.storedMinutes(device) == 1);
    Latest latest = site.readings.latest(device.outletId()).get(0);
    assertThat(latest.measuredAt()).isEqualTo(TestFrames.START);
    assertThat(latest.reading().value()).isEqualTo(1.25);
    assertThat(latest.reading().converted()).isEqualTo(1.5);
  }

  @Test
  void jsonThatDoesNotFitIsRefusedWithThePlace() {
    String message =
        """
        {"kind":"minute","time":"2026-11-01T08:00:00+08:00","factors":{"a21026":{"avg":"much"}}}
        """;
    publish(client, "tijian/v1/%s/json".formatted(device.mn()), message.getBytes(UTF_8));

    eventually().until(() -> !site.quarantine(device).isEmpty());
    assertThat(site.quarantine(device).get(0).reason().code()).isEqualTo("json-invalid");
    assertThat(site.quarantine(device).get(0).reason().found()).startsWith("/factors/a21026/avg: ");
  }

  @Test
  void sparkplugDataIsReadByTheAliasesOfTheBirth() {
    long time = TestFrames.START.toEpochMilli();
    sparkplug("NBIRTH", 0, new Metric("minute/a21026-Avg", 7L, time, 1.0));
    sparkplug("NDATA", 1, new Metric(null, 7L, time + 60_000, 2.0));

    eventually().until(() -> site.storedMinutes(device) == 2);
    assertThat(site.readings.latest(device.outletId()))
        .singleElement()
        .satisfies(latest -> assertThat(latest.reading().value()).isEqualTo(2.0));
  }

  /** Payloads of a JavaScript edge node; the file says by which library. */
  @Test
  void aSparkplugPublisherFromAnotherLibraryGetsDataIn() throws Exception {
    for (String line : file("sparkplug-payload-1.0.3.txt").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ");
        publish(
            client,
            "spBv1.0/tijian/%s/%s".formatted(parts[0], device.mn()),
            Base64.getDecoder().decode(parts[1]));
      }
    }

    eventually().until(() -> site.storedMinutes(device) == 2);
    assertThat(site.readings.latest(device.outletId()))
        .extracting(latest -> latest.reading().factor(), latest -> latest.reading().value())
        .containsExactlyInAnyOrder(tuple("a21026", 2.0), tuple("a21002", 41.5));
    assertThat(site.quarantine(device)).isEmpty();
  }

  private static String file(String name) throws IOException {
    try (InputStream in = FormatTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void anUnknownAliasIsRefusedAndABirthAskedFor() throws Exception {
    client.subscribeWith().topicFilter("spBv1.0/tijian/NCMD/" + device.mn()).send();
    try (var requests = client.publishes(MqttGlobalPublishFilter.ALL)) {
      sparkplug("NDATA", 5, new Metric(null, 9L, TestFrames.START.toEpochMilli(), 2.0));

      var request = requests.receive(30, TimeUnit.SECONDS);
      assertThat(request).isPresent();
      assertThat(new String(request.get().getPayloadAsBytes(), UTF_8))
          .contains("Node Control/Rebirth");
    }
    eventually().until(() -> !site.quarantine(device).isEmpty());
    assertThat(site.quarantine(device).get(0).reason().code()).isEqualTo("alias-unknown");
  }

  @Test
  void anEdgeNodeSpeaksAndHearsOnlyForItself() {
    String other = site.device().mn();

    assertThatThrownBy(() -> publish(client, "spBv1.0/tijian/NDATA/" + other, new byte[0]))
        .isInstanceOf(Mqtt5PubAckException.class);
    for (String filter : List.of("spBv1.0/tijian/NCMD/" + other, "spBv1.0/#")) {
      assertThatThrownBy(() -> client.subscribeWith().topicFilter(filter).send())
          .isInstanceOf(Mqtt5SubAckException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mqttv311", "mqttv5"})
  void mosquittoGetsAFrameInAndARequestOut(String version) throws Exception {
    assumeTrue(Files.isExecutable(MOSQUITTO_PUB), "Mosquitto's clients are not installed");
    Path frame = Files.write(data.resolve("frame-" + version), minute(device.mn(), 0));
    Path heard = data.resolve("heard-" + version);
    Process listening =
        mosquitto(MOSQUITTO_SUB, version, "-C", "1", "-t", "tijian/v1/%s/down", "-W", "60")
            .redirectOutput(heard.toFile())
            .start();
    Process publishing =
        mosquitto(MOSQUITTO_PUB, version, "-q", "1", "-t", "tijian/v1/%s/hj212", "-f", "" + frame)
            .start();

    assertThat(publishing.waitFor(60, TimeUnit.SECONDS)).isTrue();
    eventually().until(() -> site.storedMinutes(device) == 1);
    byte[] request = "##0005hello0000".getBytes(UTF_8);
    eventually()
        .until(
            () -> {
              gateway.bean(Downlink.class).to(device.mn()).orElseThrow().send(request);
              return Files.readString(heard).startsWith("##0005hello0000");
            });
    assertThat(listening.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private ProcessBuilder mosquitto(Path program, String version, String... arguments) {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(program.toString(), "-V", version, "-h", gateway.broker().host()));
    command.addAll(List.of("-p", "" + gateway.broker().port()));
    command.addAll(List.of("-u", device.mn(), "-P", device.password()));
    command.addAll(Arrays.stream(arguments).map(a -> a.formatted(device.mn())).toList());
    return new ProcessBuilder(command);
  }

  private void sparkplug(String type, int sequence, Metric metric) {
    publish(
        client,
        "spBv1.0/tijian/%s/%s".formatted(type, device.mn()),
        TestSparkplug.payload(sequence, metric));
  }

  private void send(int chunk, byte[]... frames) {
    for (byte[] frame : frames) {
      for (int from = 0; from < frame.length; from += chunk) {
        byte[] part = Arrays.copyOfRange(frame, from, Math.min(frame.length, from + chunk));
        publish(client, topic(device), part);
      }
    }
  }
}
