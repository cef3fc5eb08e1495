package org.tijian.inspection.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/**
 * An improvement item closes itself when the readings that came since have been in order. Weeks
 * pass, so the server is one of its own.
 */
@CheckupServer
@TestPropertySource(properties = "tijian.http.session-idle=3h")
class ProofTests {
  private static final String CODE = "hj75-2017.online-rate";
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  @Autowired private CheckupWorld world;
  @Autowired private FrameStore frames;
  @Autowired private TestClock clock;

  private Instant before = Instant.EPOCH;

  @BeforeEach
  void rememberTheTime() {
    before = clock.instant();
  }

  /** A request of the next test names days of these weeks. */
  @AfterEach
  void goBack() {
    clock.advance(Duration.between(clock.instant(), before));
  }

  @Test
  void sevenWholeDaysInOrderCloseItAndNothingLessDoes() {
    UUID id = advisedAbout(CODE);
    Instant firstDay = BeijingTime.startOf(BeijingTime.dateOf(clock.instant()).plusDays(1));

    days(firstDay, 6, MINUTES_OF_A_DAY);
    clock.advance(Duration.ofDays(7));
    JsonNode six = prove(id);
    assertThat(six.path("proof").path("outcome").asString()).isEqualTo("not-yet");
    assertThat(six.path("proof").path("asked").path("found").asInt()).isEqualTo(6);
    assertThat(item(id).path("state").asString()).isEqualTo("open");

    // The seventh day lacks most of its minutes, and so does not count; seven later ones do.
    days(firstDay.plus(Duration.ofDays(6)), 1, 300);
    clock.advance(Duration.ofDays(1));
    JsonNode broken = prove(id).path("proof");
    assertThat(broken.path("steps").path(6).path("outcome").asString()).isEqualTo("not-met");
    assertThat(broken.path("outcome").asString()).isEqualTo("not-yet");

    days(firstDay.plus(Duration.ofDays(7)), 7, MINUTES_OF_A_DAY);
    clock.advance(Duration.ofDays(7));
    assertThat(prove(id).path("proof").path("outcome").asString()).isEqualTo("proven");

    JsonNode item = item(id);
    assertThat(item.path("state").asString()).isEqualTo("done-by-data");
    JsonNode step = item.path("steps").path(0);
    assertThat(step.path("action").asString()).isEqualTo("done-by-data");
    JsonNode working = step.path("working");
    assertThat(working.path("asked").path("unit").asString()).isEqualTo("days");
    assertThat(working.path("steps").size()).isEqualTo(7);
    JsonNode verdict = working.path("steps").path(0);
    assertThat(verdict.path("outcome").asString()).isEqualTo("met");
    assertThat(verdict.path("rule").path("edition").asString()).isEqualTo("2017");
    assertThat(verdict.path("basis").path("formula").asString()).isNotEmpty();
    assertThat(
            world.post(world.director, CheckupWorld.path(id, "follow-up/proofs"), "{}").ok().tree())
        .isEmpty();
  }

  @Test
  void whatOnlyAnExpertCanSeeIsProvedByNoReading() {
    UUID id = advisedAbout("hj75-2017.acceptance.zero-drift.gas");

    assertThat(
            world.post(world.director, CheckupWorld.path(id, "follow-up/proofs"), "{}").ok().tree())
        .isEmpty();
  }

  @Test
  void onlyADirectorHoldsItemsAgainstReadings() {
    UUID id = advisedAbout(CODE);
    String path = CheckupWorld.path(id, "follow-up/proofs");

    assertThat(world.post(world.office, path, "{}").status()).isEqualTo(403);
    assertThat(world.post(world.expert, path, "{}").status()).isEqualTo(403);
    assertThat(world.post(world.foreignDirector, path, "{}").status()).isEqualTo(403);
  }

  private UUID advisedAbout(String code) {
    UUID id = world.inProgress(world.expert);
    String advice =
        "{\"title\": \"网络\", \"text\": \"更换路由器\", \"code\": \"%s\", \"outletId\": %d}"
            .formatted(code, world.outlet.id());
    world.post(world.expert, CheckupWorld.path(id, "visit/advice"), advice).ok();
    world.step(id, world.expert, "close-meeting", "{}");
    return world.step(id, world.director, "receive", "{}");
  }

  private JsonNode prove(UUID id) {
    return world
        .post(world.director, CheckupWorld.path(id, "follow-up/proofs"), "{}")
        .ok()
        .tree()
        .path(0);
  }

  private JsonNode item(UUID id) {
    return world.get(world.director, CheckupWorld.path(id, "follow-up")).ok().tree().path(0);
  }

  private void days(Instant from, int days, int minutesEach) {
    for (int day = 0; day < days; day++) {
      List<ArrivedFrame> arrived = new ArrayList<>();
      for (int minute = 0; minute < minutesEach; minute++) {
        arrived.add(frame(from.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(minute))));
      }
      frames.append(arrived);
    }
  }

  private ArrivedFrame frame(Instant at) {
    PeriodReadings readings =
        new PeriodReadings(
            world.outlet.id(),
            PeriodKind.MINUTE,
            at,
            0,
            List.of(new FactorReading("a21002", 42.0, null, null, null, null, DataFlag.NORMAL)));
    return new ArrivedFrame(
        "PROOFS00000000000000DA01",
        at.plusSeconds(70),
        "mqtt",
        at.toString().getBytes(StandardCharsets.US_ASCII),
        "2051",
        new FrameVerdict.Readings(readings),
        FrameFacts.NONE);
  }
}
