package org.tijian.gateway.emulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

class EmulatorTests {
  private static final String MN = "010000A8900016F000169DC0";

  @TempDir private Path directory;
  private final Queue<Hj212Frame> received = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private TestBroker broker;
  private Mqtt5AsyncClient subscriber;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker(directory);
    subscriber =
        Mqtt5Client.builder()
            .identifier("subscriber")
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            .automaticReconnect()
            .initialDelay(200, MILLISECONDS)
            .maxDelay(1, SECONDS)
            .applyAutomaticReconnect()
            .simpleAuth()
            .username("s")
            .password(TestBroker.PASSWORD.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildAsync();
    subscriber.connectWith().cleanStart(false).sessionExpiryInterval(600).send().get(30, SECONDS);
    subscriber
        .subscribeWith()
        .topicFilter("tijian/v1/+/hj212")
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(message -> keep(message.getPayloadAsBytes()))
        .send()
        .get(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    subscriber.disconnect();
    broker.close();
  }

  @Test
  void sendsHistoryOnceAndKeepsWhatWasAcknowledged() throws Exception {
    Path acked = directory.resolve("acked");
    Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));

    try (Emulator emulator = emulator(from, false, null, acked)) {
      emulator.start();
      emulator.await();
    }

    List<String> log = Files.readAllLines(acked);
    await().until(() -> received.size() == log.size());
    assertThat(received).extracting(Hj212Frame::qn).containsExactlyInAnyOrderElementsOf(log);
    // The broker may hand out frames in another order than they were sent in one window.
    assertThat(dataTimes("2051")).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(180);
    assertThat(dataTimes("2061")).hasSize(3);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains(MN + ": done, ");
  }

  @Test
  void goesOnWithLiveData() throws Exception {
    Instant from = Instant.now().minus(Duration.ofMinutes(30));

    try (Emulator emulator = emulator(from, true, null, null)) {
      emulator.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> dataTimes("2011").size() >= 2);
    }

    assertThat(dataTimes("2051")).hasSizeGreaterThanOrEqualTo(29).doesNotHaveDuplicates();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("history complete, live");
  }

  @Test
  void losesNothingWhenTheBrokerGoesAwayAndComesBack() throws Exception {
    Instant from = Instant.now().minus(Duration.ofDays(2));
    Path acked = directory.resolve("acked");

    try (Emulator emulator = emulator(from, false, null, acked)) {
      emulator.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> received.size() > 100);
      broker.stop();
      broker.start();
      emulator.await();
    }

    Set<String> wanted = Set.copyOf(Files.readAllLines(acked));
    await().atMost(Duration.ofMinutes(1)).until(() -> qns().containsAll(wanted));
    EmulatedOutlet outlet = new EmulatedOutlet(MN, Profile.TURBINE_A);
    Instant first = from.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    assertThat(wanted)
        .containsAll(
            IntStream.range(0, 2 * 1440 - 1)
                .mapToObj(i -> outlet.minute(first.plus(i, ChronoUnit.MINUTES)).orElseThrow().qn())
                .toList());
  }

  @Test
  void answersWhatThePlatformAsksWhileItGoesOn() throws Exception {
    try (Emulator emulator = emulator(null, true, null, null)) {
      emulator.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> !dataTimes("2011").isEmpty());
      subscriber
          .publishWith()
          .topic("tijian/v1/%s/down".formatted(MN))
          .qos(MqttQos.AT_LEAST_ONCE)
          .payload(new Hj212Encoder().encode(fetch()))
          .send()
          .get(30, SECONDS);
      await().atMost(Duration.ofMinutes(1)).until(() -> !dataTimes("9012").isEmpty());
    }

    assertThat(received)
        .filteredOn(frame -> frame.cn().startsWith("9"))
        .extracting(Hj212Frame::qn)
        .containsOnly("20261101181740123");
    assertThat(dataTimes("2061")).hasSize(25).doesNotHaveDuplicates();
  }

  private static Hj212Frame fetch() {
    return new Hj212Frame(
        "20261101181740123",
        "31",
        "2061",
        "123456",
        MN,
        5,
        null,
        null,
        null,
        List.of(
            List.of(new Field("BeginTime", "20261101000000")),
            List.of(new Field("EndTime", "20261102000000"))));
  }

  @Test
  void endsAfterItsTime() throws Exception {
    try (Emulator emulator = emulator(null, true, Duration.ofSeconds(3), null)) {
      emulator.start();
      emulator.await();
    }

    assertThat(dataTimes("2011")).isNotEmpty();
  }

  @Test
  void saysThatThePasswordIsWrongAndTriesAgain() throws Exception {
    EmulatorSettings.Device stranger =
        new EmulatorSettings.Device(MN, "wrong", Profile.TURBINE_A, null);

    try (Emulator emulator = new Emulator(settings(stranger, true, null, null), console())) {
      emulator.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> said("the broker refuses this MN and password; trying again in 2 s"));
    }

    assertThat(received).isEmpty();
  }

  @Test
  void waitsForABrokerThatIsNotThereYet() throws Exception {
    broker.stop();

    try (Emulator emulator = emulator(Instant.now().minusSeconds(600), true, null, null)) {
      emulator.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> said("not reachable"));
      broker.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> dataTimes("2051").size() >= 9);
    }
  }

  @Test
  void endsWhenTheProcessThatStartedItIsGone() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmulateCommand.class.getName(),
                "--config",
                "-",
                "--interval",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    OutputStream input = process.getOutputStream();
    input.write(line().getBytes(StandardCharsets.UTF_8));
    input.flush();
    await().atMost(Duration.ofMinutes(1)).until(() -> dataTimes("2011").size() >= 1);

    input.close();

    boolean ended = process.waitFor(30, SECONDS);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.readString(directory.resolve("output")))
        .contains("stopped")
        .doesNotContain("right");
  }

  private String line() {
    return """
        {"broker":"%s","live":true,"devices":[\
        {"mn":"%s","password":"right","profile":"turbine-b","historyFrom":null}]}
        """
        .formatted(broker.uri(), MN);
  }

  private Emulator emulator(Instant from, boolean live, Duration runFor, Path acked)
      throws Exception {
    EmulatorSettings.Device device =
        new EmulatorSettings.Device(MN, TestBroker.PASSWORD, Profile.TURBINE_A, from);
    return new Emulator(settings(device, live, runFor, acked), console());
  }

  private EmulatorSettings settings(
      EmulatorSettings.Device device, boolean live, Duration runFor, Path acked) {
    return new EmulatorSettings(
        broker.uri(), List.of(device), live, Duration.ofSeconds(1), runFor, acked);
  }

  private Console console() {
    return new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private boolean said(String text) {
    return said.toString(StandardCharsets.UTF_8).contains(text);
  }

  private void keep(byte[] payload) {
    for (Decoded decoded : new Hj212Codec().decode(payload)) {
      received.add(((Decoded.Accepted) decoded).frame());
    }
  }

  private List<String> dataTimes(String cn) {
    return received.stream()
        .filter(frame -> frame.cn().equals(cn))
        .map(frame -> frame.first("DataTime"))
        .toList();
  }

  private Set<String> qns() {
    return received.stream().map(Hj212Frame::qn).collect(Collectors.toSet());
  }
}
