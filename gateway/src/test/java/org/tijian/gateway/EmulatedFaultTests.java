package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.gateway.TestSite.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.emulator.EmulatedLogger;

/** A logger emulated with each named fault ends with a sheet that adds up to the frame. */
class EmulatedFaultTests {
  private static final LocalDate LONG_AGO = LocalDate.EPOCH;
  private static final LocalDate FAR = LocalDate.of(2100, 1, 1);
  private static final Instant FROM =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(2));

  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    gateway = RunningGateway.start(url, data);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  static Stream<Arguments> faults() {
    return EmulatedLogger.faults().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsAccountedForToTheFrameAndShowsUnderItsCode(String fault, String code)
      throws Exception {
    TestDevice device = site.device();

    EmulatedLogger.Sheet sent = run(device, "--fault", fault);

    assertAccounted(device, sent);
    switch (code) {
      case "" -> assertThat(account(device)).containsEntry("refused", 0L);
      case "duplicate" -> assertThat(account(device).get("duplicate")).isGreaterThan(10);
      case "gap" -> assertThat(site.storedMinutes(device)).isBetween(40L, 175L);
      default -> assertThat(codes(device)).containsKey(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2005", "2017", "2025"})
  void aHealthyLoggerOfEachEditionIsStoredWithoutRefusal(String edition) throws Exception {
    TestDevice device = site.device();

    EmulatedLogger.Sheet sent = run(device, "--edition", edition);

    assertAccounted(device, sent);
    assertThat(sent.stored()).isEqualTo(sent.sent()).isGreaterThan(120);
    if (edition.equals("2017")) {
      assertThat(codes(device)).isEmpty();
    }
  }

  @Test
  void aLoggerSignsInByCertificate() throws Exception {
    TestDevice device = site.device();
    CertificateAuthority.Issued issued =
        CertificateAuthority.on(site.database()).issue(device.mn(), "cabinet");
    String[] options = {
      "--broker", "ssl://127.0.0.1:" + gateway.broker().tlsPort(),
      "--mn", device.mn(),
      "--from", FROM.toString(),
      "--ca", file("ca.pem", issued.authorityPem()),
      "--cert", file("cert.pem", issued.certificatePem()),
      "--cert-key", file("key.pem", issued.privateKeyPem())
    };

    try (EmulatedLogger logger = EmulatedLogger.start(options)) {
      assertAccounted(device, logger.await());
    }
  }

  private static String file(String name, String text) throws Exception {
    return Files.writeString(data.resolve(name), text).toString();
  }

  private static List<String> quarantined(TestDevice device) {
    return site.quarantine(device).stream()
        .limit(5)
        .map(q -> q.reason().code() + " " + new String(q.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private EmulatedLogger.Sheet run(TestDevice device, String... more) throws Exception {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--broker",
                "tcp://127.0.0.1:" + gateway.broker().port(),
                "--mn",
                device.mn(),
                "--password",
                device.password(),
                "--from",
                FROM.toString(),
                "--gap-from",
                FROM.plus(Duration.ofMinutes(30)).toString(),
                "--seed",
                "7"));
    options.addAll(List.of(more));
    if (!List.of(more).contains("gap")) {
      int gap = options.indexOf("--gap-from");
      options.subList(gap, gap + 2).clear();
    }
    try (EmulatedLogger logger = EmulatedLogger.start(options.toArray(String[]::new))) {
      return logger.await();
    }
  }

  private static void assertAccounted(TestDevice device, EmulatedLogger.Sheet sent) {
    eventually().until(() -> account(device).get("received") >= sent.sent());
    assertThat(account(device))
        .as(() -> "in quarantine: " + quarantined(device))
        .isEqualTo(
            Map.of(
                "received", (long) sent.sent(),
                "stored", (long) sent.stored(),
                "noted", (long) sent.noted(),
                "duplicate", (long) sent.duplicate(),
                "refused", (long) sent.refused()));
    Map<String, Long> expected = new HashMap<>();
    sent.refusals().forEach((code, frames) -> expected.put(code, (long) frames));
    sent.defects().forEach((code, frames) -> expected.merge(code, (long) frames, Long::sum));
    assertThat(codes(device)).containsAllEntriesOf(expected);
    assertThat(site.ledger.reconcile(device.mn()).addsUp()).isTrue();
  }

  private static Map<String, Long> account(TestDevice device) {
    Map<String, Long> sums = new HashMap<>(Map.of("received", 0L));
    for (FrameLedger.Day day : site.ledger.days(device.mn(), LONG_AGO, FAR)) {
      sums.merge("received", day.received(), Long::sum);
      sums.merge("stored", day.stored(), Long::sum);
      sums.merge("noted", day.noted(), Long::sum);
      sums.merge("duplicate", day.duplicate(), Long::sum);
      sums.merge("refused", day.refused(), Long::sum);
    }
    return sums;
  }

  /** Reasons of refusal and defects, with their counts. */
  private static Map<String, Long> codes(TestDevice device) {
    Map<String, Long> codes = new HashMap<>();
    site.ledger.health(device.mn(), LONG_AGO, FAR).stream()
        .flatMap(day -> day.refusals().stream())
        .forEach(refusal -> codes.merge(refusal.code(), refusal.frames(), Long::sum));
    site.ledger
        .defects(device.mn(), LONG_AGO, FAR)
        .forEach(defect -> codes.merge(defect.code(), defect.frames(), Long::sum));
    return codes;
  }
}
