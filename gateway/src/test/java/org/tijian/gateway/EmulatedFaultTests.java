package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.DefectCount;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.reading.FrameWords;
import org.tijian.analytics.reading.LoggerDay;
import org.tijian.analytics.reading.Timing;
import org.tijian.analytics.site.CertificateAuthority;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.emulator.EmulatedLogger;

/**
 * A logger emulated with each named fault ends with a sheet that adds up to the frame, and its
 * health card shows the fault under the clause that it departs from.
 */
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

  /** What the health card says of a fault, and under which clause; it has none without a text. */
  private static final String CATALOGUE =
      """
      fault,              line,      code,                   clause
      sticky,             nothing,   ,
      half,               nothing,   ,
      repeats,            duplicate, ,
      drops,              gap,       ,
      flood,              nothing,   ,
      gap,                gap,       ,
      damaged,            refusal,   crc-mismatch,           HJ 212-2017 annex A
      wrong-length,       refusal,   length-mismatch,        HJ 212-2017 6.3.1 table 2
      short-length,       defect,    length-not-four-digits, HJ 212-2017 6.3.1 table 2
      modbus-crc,         defect,    crc-modbus-high-first,  HJ 212-2017 annex A
      lower-crc,          defect,    crc-lower-case,
      no-crlf,            defect,    tail-not-crlf,          HJ 212-2017 6.3.1 table 2
      oversized,          defect,    segment-over-1024,      HJ 212-2017 6.3.1 table 2
      spaces,             defect,    spaces,
      gbk,                defect,    encoding-gbk,           HJ 212-2017 6.3
      wrong-mn,           refusal,   wrong-mn,               HJ 212-2017 table 3
      future-time,        refusal,   data-time-in-future,
      no-data-time,       refusal,   no-data-time,           HJ 212-2017 table 4
      clock-drift,        nothing,   ,
      frozen,             nothing,   ,
      drift,              nothing,   ,
      clipped,            nothing,   ,
      calibration-missed, nothing,   ,
      """;

  @ParameterizedTest
  @CsvSource(useHeadersInDisplayName = true, textBlock = CATALOGUE)
  void eachFaultIsAccountedForToTheFrameAndShowsUnderItsClause(
      String fault, String line, @Nullable String code, @Nullable String clause) throws Exception {
    TestDevice device = site.device();

    EmulatedLogger.Sheet sent = run(device, "--fault", fault);

    assertAccounted(device, sent);
    Map<String, Optional<String>> refusals = refusals(device);
    Map<String, Optional<String>> defects = defects(device);
    switch (line) {
      case "duplicate" -> assertThat(account(device).get("duplicate")).isGreaterThan(10);
      case "gap" -> assertThat(site.storedMinutes(device)).isBetween(40L, 175L);
      case "refusal" -> assertThat(refusals).containsOnly(entry(code, Optional.ofNullable(clause)));
      case "defect" -> assertThat(defects).contains(entry(code, Optional.ofNullable(clause)));
      default -> assertThat(defects).isEmpty();
    }
    if (!line.equals("refusal")) {
      assertThat(refusals).isEmpty();
    }
  }

  @Test
  void theCatalogueIsWhole() {
    assertThat(
            CATALOGUE
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet()))
        .isEqualTo(EmulatedLogger.faults().keySet());
  }

  @Test
  void aClockThatIsWrongShowsByHowMuch() throws Exception {
    TestDevice device = site.device();
    String[] options = {
      "--broker",
      "tcp://127.0.0.1:" + gateway.broker().port(),
      "--mn",
      device.mn(),
      "--password",
      device.password(),
      "--live",
      "--interval",
      "1",
      "--fault",
      "clock-drift"
    };

    try (EmulatedLogger logger = EmulatedLogger.start(options)) {
      assertThat(logger).isNotNull();
      eventually().until(() -> clock(device).isPresent());
    }

    assertThat(clock(device).orElseThrow().most()).isGreaterThan(Duration.ofMinutes(1));
  }

  private static Optional<Timing> clock(TestDevice device) {
    return site.ledger.health(device.mn(), LONG_AGO, FAR).stream()
        .map(LoggerDay::clock)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static Map<String, Optional<String>> refusals(TestDevice device) {
    return site.ledger.health(device.mn(), LONG_AGO, FAR).stream()
        .flatMap(day -> day.refusals().stream())
        .map(LoggerDay.RefusalCount::code)
        .distinct()
        .collect(
            Collectors.toMap(
                code -> code, code -> Optional.ofNullable(FrameWords.clauseOfRefusal(code))));
  }

  private static Map<String, Optional<String>> defects(TestDevice device) {
    return site.ledger.defects(device.mn(), LONG_AGO, FAR).stream()
        .collect(
            Collectors.toMap(DefectCount::code, defect -> Optional.ofNullable(defect.clause())));
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
    CertificateAuthority.Issued issued = site.authority().issue(device.mn(), "cabinet");
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
