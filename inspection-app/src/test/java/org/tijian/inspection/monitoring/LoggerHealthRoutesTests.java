package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class LoggerHealthRoutesTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Instant ARRIVED = Instant.parse("2026-11-23T01:59:00Z");

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private FrameStore frames;
  private String mn;
  private String path;

  @BeforeEach
  void aLoggerThatWasHeard() {
    mn = "HEALTH%018d".formatted(NUMBER.incrementAndGet());
    register.addDevice(mn, world.outlet.id());
    path = "/api/loggers/" + mn;
    FrameFacts facts =
        new FrameFacts(
            List.of(new FrameFacts.FrameDefect("crc-lower-case", null, "1C80", "1c80")),
            PeriodKind.REAL_TIME,
            ARRIVED.minusSeconds(2),
            false);
    frames.append(
        List.of(
            frame("good", new FrameVerdict.Noted(), facts),
            frame(
                "bad",
                new FrameVerdict.Refused("length-mismatch", "10", "3", 2),
                FrameFacts.NONE)));
  }

  @Test
  void theHealthCardAddsUpAndNamesReasonsAndDefects() {
    JsonNode health = world.get(world.director, path + "/health").ok().tree();

    assertThat(health.path("mn").asString()).isEqualTo(mn);
    assertThat(health.path("contact").asString()).isEqualTo("live");
    assertThat(health.path("transports").path(0).asString()).isEqualTo("mqtt");
    JsonNode day = health.path("days").path(0);
    assertThat(day.path("day").asString()).isEqualTo("2026-11-23");
    assertThat(day.path("received").asLong()).isEqualTo(2);
    assertThat(day.path("noted").asLong()).isEqualTo(1);
    assertThat(day.path("refusals").path(0).path("code").asString()).isEqualTo("length-mismatch");
    assertThat(day.path("refusals").path(0).path("clause").asString())
        .isEqualTo("HJ 212-2017 6.3.1 table 2");
    assertThat(day.path("refusals").path(0).path("message").path("zh").asString()).isNotBlank();
    assertThat(day.path("clock").path("mean").asDouble()).isEqualTo(-2);
    assertThat(day.path("latency").isNull()).isTrue();
    JsonNode defect = health.path("defects").path(0);
    assertThat(defect.path("code").asString()).isEqualTo("crc-lower-case");
    assertThat(defect.path("frames").asLong()).isEqualTo(1);
    assertThat(defect.path("sampleFrameId").asLong()).isPositive();
  }

  @Test
  void theQuarantineOfALoggerIsNarrowedToAReason() {
    String quarantine = path + "/quarantine?code=";

    assertThat(world.get(world.director, quarantine + "length-mismatch").ok().tree()).hasSize(1);
    assertThat(world.get(world.director, quarantine + "crc-mismatch").ok().tree()).isEmpty();
  }

  @Test
  void aReplayIsAskedForAndListedUntilTheGatewayHasDoneIt() {
    JsonNode asked = world.post(world.director, path + "/replays", "{}").ok().tree();

    assertThat(asked.path("doneAt").isNull()).isTrue();
    assertThat(asked.path("stillRefused").asLong()).isZero();
    assertThat(world.get(world.director, path + "/replays").ok().tree().path(0).path("id"))
        .isEqualTo(asked.path("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/quarantine", "/replays"})
  void onlyTheDirectorOfTheOwnEnterpriseSeesALogger(String route) {
    Account expert = world.newExpert();
    world.scheduled(expert);

    assertThat(world.get(world.director, path + route).status()).isEqualTo(200);
    for (Account other : List.of(world.foreignDirector, expert, world.office)) {
      assertThat(world.get(other, path + route).status()).isEqualTo(403);
      assertThat(world.get(other, path + route))
          .isEqualTo(world.get(world.director, "/api/loggers/NOBODY" + route));
    }
    assertThat(world.post(world.foreignDirector, path + "/replays", "{}").status()).isEqualTo(403);
  }

  private ArrivedFrame frame(String text, FrameVerdict verdict, FrameFacts facts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ArrivedFrame(mn, ARRIVED, "mqtt", bytes, null, verdict, facts);
  }
}
