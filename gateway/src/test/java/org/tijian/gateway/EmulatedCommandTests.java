package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestSite.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.emulator.EmulatedLogger;

/** Orders of the journal, carried out by an emulated logger over the real broker. */
class EmulatedCommandTests {
  @TempDir static Path data;
  private static TestSite site;
  private static TestDevice device;
  private static CommandJournal journal;
  private static final byte[] SM4_KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Dialect ENCIPHERING =
      new Dialect(
          Dialect.Edition.E2025,
          Dialect.Encoding.UTF_8,
          Dialect.CheckSum.HJ212,
          Dialect.STANDARD.offset(),
          Dialect.FactorMap.AS_SENT,
          Map.of(),
          Dialect.Cipher.SM4_TEXT,
          "123456",
          "31",
          false,
          false);

  private static RunningGateway gateway;
  private static EmulatedLogger logger;

  @BeforeAll
  static void start() throws Exception {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    device = site.device();
    journal = CommandJournal.on(site.database());
    gateway =
        RunningGateway.start(
            url,
            data,
            Map.of(
                "tijian.mqtt.port",
                RunningGateway.freePort(),
                "tijian.tcp.port",
                0,
                "tijian.keys.first-check",
                "PT1S",
                "tijian.keys.check-every",
                "PT1S"));
    logger =
        EmulatedLogger.start(
            "--broker",
            "tcp://127.0.0.1:" + gateway.broker().port(),
            "--mn",
            device.mn(),
            "--password",
            device.password(),
            "--live",
            "--interval",
            "1",
            "--answers");
  }

  @AfterAll
  static void stop() throws Exception {
    logger.close();
    gateway.close();
    site.close();
  }

  @Test
  void tellsItsClockAndItsInformation() {
    Command clock = carriedOut(CommandKind.CLOCK_READ, Map.of(), false);
    Command information =
        carriedOut(
            CommandKind.INFORMATION_READ, Map.of("PolId", "a21002", "InfoId", "i13001"), false);

    assertThat(told(clock)).containsKey("SystemTime");
    assertThat(told(information)).containsEntry("i13001-Info", "200");
  }

  /** The broker may let the end overtake what was told before it. */
  private static Map<String, String> told(Command command) {
    eventually().until(() -> !journal.find(command.id()).orElseThrow().reply().isEmpty());
    return journal.find(command.id()).orElseThrow().reply();
  }

  @Test
  void givesAnHourOfHistory() {
    String begin = beijing(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3)));
    String end = beijing(Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(7260));

    Command fetch =
        carriedOut(CommandKind.MINUTE_HISTORY, Map.of("BeginTime", begin, "EndTime", end), false);

    eventually().until(() -> journal.find(fetch.id()).orElseThrow().frames() == 60);
    eventually().until(() -> site.storedMinutes(device) >= 60);
  }

  @Test
  void calibratesAndSaysWhatItCannot() {
    carriedOut(CommandKind.CALIBRATE, Map.of("PolId", "a21002"), true);
    Command wrong =
        ended(order(CommandKind.MINUTE_INTERVAL_SET, Map.of("MinInterval", "10"), false));

    assertThat(wrong.state()).isEqualTo(Command.State.FAILED);
    assertThat(wrong.exeRtn()).isEqualTo(3);
  }

  @Test
  void aKeyIsInUseFromTheFirstFrameItOpens() throws Exception {
    TestDevice other = site.device();
    site.settings.addKey(other.mn(), SM4_KEY, Instant.now());

    try (EmulatedLogger enciphering = enciphering(other)) {
      assertThat(enciphering).isNotNull();
      eventually().until(() -> site.settings.keys(other.mn()).get(0).inUseSince() != null);
    }

    LoggerSettings.Key key = site.settings.keys(other.mn()).get(0);
    assertThat(key.lastUsedAt()).isNotNull().isAfterOrEqualTo(key.inUseSince());
    assertThat(site.quarantine(other)).isEmpty();
  }

  @Test
  void aKeyOf90DaysIsChangedWithoutAnyonesActionAndTheNewOneIsUsed() throws Exception {
    TestDevice other = site.device();
    site.settings.setDialect(other.mn(), ENCIPHERING);
    site.settings.addKey(other.mn(), SM4_KEY, Instant.now().minus(Duration.ofDays(91)));

    try (EmulatedLogger enciphering = enciphering(other)) {
      assertThat(enciphering).isNotNull();
      eventually().until(() -> site.settings.keys(other.mn()).size() == 2);
      eventually().until(() -> site.settings.keys(other.mn()).get(0).inUseSince() != null);
    }

    assertThat(journal.ofLogger(other.mn(), null, 10))
        .filteredOn(command -> command.kind() == CommandKind.KEY_SET)
        .singleElement()
        .satisfies(command -> assertThat(command.origin()).isEqualTo(Command.Origin.RULE));
    assertThat(site.quarantine(other)).isEmpty();
  }

  private static EmulatedLogger enciphering(TestDevice device) throws Exception {
    return EmulatedLogger.start(
        "--broker",
        "tcp://127.0.0.1:" + gateway.broker().port(),
        "--mn",
        device.mn(),
        "--password",
        device.password(),
        "--live",
        "--interval",
        "1",
        "--edition",
        "2025",
        "--cipher",
        "text",
        "--key",
        HexFormat.of().formatHex(SM4_KEY));
  }

  private static Command carriedOut(
      CommandKind kind, Map<String, String> parameters, boolean confirmed) {
    Command ended = ended(order(kind, parameters, confirmed));
    assertThat(ended.state()).as("%s", ended).isEqualTo(Command.State.DONE);
    return ended;
  }

  private static long order(CommandKind kind, Map<String, String> parameters, boolean confirmed) {
    return journal
        .order(
            new CommandJournal.Order(
                device.mn(),
                kind,
                parameters,
                Command.Origin.PERSON,
                "test",
                confirmed,
                null,
                null))
        .id();
  }

  private static Command ended(long id) {
    eventually().until(() -> !journal.find(id).orElseThrow().state().isOpen());
    return journal.find(id).orElseThrow();
  }

  private static String beijing(Instant at) {
    return java.time.format.DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
        .format(at.atOffset(org.tijian.analytics.reading.BeijingTime.OFFSET));
  }
}
