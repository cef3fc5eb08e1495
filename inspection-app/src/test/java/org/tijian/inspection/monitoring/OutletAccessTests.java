package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;

@CheckupServer
class OutletAccessTests {
  private static final String CHART =
      "/chart?factor=a21002&kind=MINUTE&from=2026-10-01T00:00:00Z&until=2026-11-30T00:00:00Z";

  @Autowired private CheckupWorld world;
  @Autowired private FrameStore frames;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        CHART,
        "/drift?factor=a21002",
        "/self-check",
        "/self-check/counts",
        "/replay?at=2015-06-01",
        "/gaps",
        "/ledger",
        "/quarantine",
        "/credentials",
        "/settings",
        "/accuracy-tests"
      })
  void aForeignOutletIsRefusedLikeOneThatDoesNotExist(String route) {
    String foreign = "/api/outlets/%d%s".formatted(world.foreignOutlet.id(), route);
    String unknown = "/api/outlets/999999999" + route;
    String own = "/api/outlets/%d%s".formatted(world.outlet.id(), route);

    assertThat(world.get(world.director, own).status()).isEqualTo(200);
    assertThat(world.get(world.director, foreign).status()).isEqualTo(403);
    assertThat(world.get(world.director, unknown)).isEqualTo(world.get(world.director, foreign));
    assertThat(world.get(world.office, own).status()).isEqualTo(403);
    assertThat(world.get(world.newExpert(), own)).isEqualTo(world.get(world.office, own));
  }

  @Test
  void theOfficeListsNoOutlets() {
    assertThat(world.get(world.office, "/api/outlets").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        CHART,
        "/drift?factor=a21002",
        "/self-check",
        "/self-check/counts",
        "/replay?at=2015-06-01",
        "/gaps"
      })
  void anExpertSeesTheDataOfAnOpenVisitUntilItIsClosed(String route) {
    Account expert = world.newExpert();
    String path = "/api/outlets/%d%s".formatted(world.outlet.id(), route);
    java.util.UUID visit = world.scheduled(expert);

    assertThat(world.get(expert, path).status()).isEqualTo(200);

    world.step(visit, expert, "start", "{}");
    world.step(visit, expert, "close-meeting", "{}");
    world.step(visit, world.director, "receive", "{}");
    assertThat(world.get(expert, path).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ledger", "/quarantine", "/credentials", "/settings", "/accuracy-tests"})
  void whatTheEnterpriseKeepsToItselfIsRefusedToTheExpertOfAVisit(String route) {
    Account expert = world.newExpert();
    world.scheduled(expert);

    assertThat(world.get(expert, "/api/outlets/%d%s".formatted(world.outlet.id(), route)).status())
        .isEqualTo(403);
  }

  /** The visits of the tests open the data from 24 October on. */
  @Test
  void anExpertSeesNothingFromBeforeTheSpanThatWasOpened() {
    Account expert = world.newExpert();
    world.scheduled(expert);
    store("2026-10-20T00:00:00Z", "2026-11-20T00:00:00Z");
    String path = "/api/outlets/%d%s".formatted(world.outlet.id(), CHART);

    assertThat(world.get(world.director, path).ok().tree().path("buckets")).hasSize(2);
    assertThat(world.get(expert, path).ok().tree().path("buckets")).hasSize(1);
  }

  private void store(String... minutes) {
    for (String minute : minutes) {
      PeriodReadings readings =
          new PeriodReadings(
              world.outlet.id(),
              PeriodKind.MINUTE,
              Instant.parse(minute),
              0,
              List.of(new FactorReading("a21002", 42.0, null, null, null, null, DataFlag.NORMAL)));
      frames.append(
          List.of(
              new ArrivedFrame(
                  "ACCESS00000000000000DA01",
                  Instant.parse("2026-11-23T02:00:00Z"),
                  "mqtt",
                  minute.getBytes(StandardCharsets.US_ASCII),
                  "2051",
                  new FrameVerdict.Readings(readings),
                  FrameFacts.NONE)));
    }
  }
}
