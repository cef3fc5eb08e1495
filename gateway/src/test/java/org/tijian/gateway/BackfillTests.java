package org.tijian.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.TestSite.TestDevice;
import org.tijian.gateway.emulator.EmulatedLogger;

/** Gateway, broker and database as in production, and a logger that answers what it is asked. */
class BackfillTests {
  private static final int HOURS = 6;

  @TempDir static Path data;
  private static TestSite site;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    String url = TestPostgres.freshDatabase();
    site = new TestSite(url);
    gateway =
        RunningGateway.start(
            url,
            data,
            Map.of(
                "tijian.mqtt.port", RunningGateway.freePort(),
                "tijian.backfill.ripe", "PT1S",
                "tijian.backfill.survey-every", "PT1S",
                "tijian.backfill.heal-every", "PT0.2S"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    site.close();
  }

  @Test
  void aLineCutForSixHoursIsCompleteAgainWithoutAnyonesAction() throws Exception {
    TestDevice device = site.device();
    // An hour is due twenty minutes after its end, and one that is due has to follow the gap.
    Instant cut = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS + 2));
    Instant until = cut.plus(Duration.ofHours(HOURS));

    try (EmulatedLogger logger =
        EmulatedLogger.start(
            "--broker",
            "tcp://127.0.0.1:" + gateway.broker().port(),
            "--mn",
            device.mn(),
            "--password",
            device.password(),
            "--from",
            cut.minus(Duration.ofHours(2)).toString(),
            "--live",
            "--interval",
            "1",
            "--fault",
            "gap",
            "--gap-from",
            cut.toString(),
            "--gap-hours",
            Integer.toString(HOURS))) {
      assertThat(logger).isNotNull();
      Awaitility.await()
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertComplete(device, cut, until));
    }

    assertThat(orders(device))
        .allMatch(command -> command.origin() == Command.Origin.GAP)
        .extracting(Command::parameters)
        .doesNotHaveDuplicates();
  }

  private static void assertComplete(TestDevice device, Instant from, Instant until) {
    assertThat(site.readings.count(device.outletId(), PeriodKind.MINUTE, from, until))
        .isEqualTo(HOURS * 60L);
    assertThat(site.readings.count(device.outletId(), PeriodKind.HOUR, from, until))
        .as(() -> "gaps %s, orders %s".formatted(gaps(device), orders(device)))
        .isEqualTo(HOURS);
    assertThat(gaps(device)).isNotEmpty().allMatch(gap -> gap.state() == Gap.State.HEALED);
  }

  private static List<Gap> gaps(TestDevice device) {
    return gateway.bean(GapBook.class).ofOutlet(device.outletId(), Instant.EPOCH);
  }

  private static List<Command> orders(TestDevice device) {
    return gateway.bean(CommandJournal.class).ofLogger(device.mn(), null, 100);
  }
}
