package org.tijian.inspection.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.command.Command.State;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class CommandRoutesTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired private CheckupWorld world;
  @Autowired private SiteRegister register;
  @Autowired private CommandJournal journal;
  @Autowired private LoggerSettings settings;
  private String mn;
  private String path;

  @BeforeEach
  void aLogger() {
    mn = "COMMAND%017d".formatted(NUMBER.incrementAndGet());
    register.addDevice(mn, world.outlet.id());
    path = "/api/loggers/" + mn + "/commands";
  }

  @Test
  void anOrderStandsInTheJournalUnderTheNameOfWhoGaveIt() {
    JsonNode ordered = world.post(world.director, path, "{\"kind\":\"CLOCK_READ\"}").ok().tree();

    assertThat(ordered.path("state").asString()).isEqualTo("WAITING");
    assertThat(ordered.path("command").asInt()).isEqualTo(1011);
    assertThat(ordered.path("name").path("zh").asString()).isNotBlank();
    assertThat(ordered.path("orderedBy").asString()).isEqualTo(world.director.username());
    assertThat(ordered.path("qnRtnMeaning").isNull()).isTrue();
    assertThat(world.get(world.director, path).ok().tree().path(0).path("id"))
        .isEqualTo(ordered.path("id"));
  }

  @Test
  void aCalibrationNeedsAConfirmation() {
    String wish = "{\"kind\":\"CALIBRATE\",\"parameters\":{\"PolId\":\"a21002\"},\"confirmed\":%s}";

    var refused = world.post(world.director, path, wish.formatted(false));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.tree().path("code").asString()).isEqualTo("needs-confirmation");
    assertThat(world.get(world.director, path).ok().tree()).isEmpty();
    world.post(world.director, path, wish.formatted(true)).ok();
  }

  @ParameterizedTest
  @CsvSource({
    "REAL_TIME_INTERVAL_SET, RtdInterval, 7",
    "MINUTE_INTERVAL_SET, MinInterval, 7",
    "MINUTE_HISTORY, BeginTime, yesterday",
    "CLOCK_READ, NewSK, 0123456789abcdef"
  })
  void aWrongParameterIsNamed(String kind, String field, String value) {
    String wish = "{\"kind\":\"%s\",\"parameters\":{\"%s\":\"%s\"}}".formatted(kind, field, value);

    var refused = world.post(world.director, path, wish);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  @Test
  void aKeyIsNotSentWhereItWouldTravelInClear() {
    var refused = world.post(world.director, path, "{\"kind\":\"KEY_SET\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo("kind");
    assertThat(settings.keys(mn)).isEmpty();
  }

  @Test
  void aKeyIsMadeHereAndNeverShown() {
    settings.setDialect(mn, enciphering());
    settings.addKey(mn, new byte[16], Instant.EPOCH);

    JsonNode ordered = world.post(world.director, path, "{\"kind\":\"KEY_SET\"}").ok().tree();

    assertThat(ordered.path("parameters").has("SKCreateTime")).isTrue();
    assertThat(ordered.path("parameters").has("NewSK")).isFalse();
  }

  @Test
  void whatWasNotSentCanBeCancelledOnce() {
    long id =
        world
            .post(world.director, path, "{\"kind\":\"CLOCK_SET\"}")
            .ok()
            .tree()
            .path("id")
            .asLong();

    assertThat(world.delete(world.director, path + "/" + id).status()).isEqualTo(204);
    assertThat(journal.find(id).orElseThrow().state()).isEqualTo(State.CANCELLED);
    assertThat(world.delete(world.director, path + "/" + id).status()).isEqualTo(409);
  }

  @Test
  void onlyTheDirectorOfTheOwnEnterpriseTellsALogger() {
    Account expert = world.newExpert();
    world.scheduled(expert);

    for (Account other : List.of(world.foreignDirector, expert, world.office)) {
      assertThat(world.get(other, path).status()).isEqualTo(403);
      assertThat(world.post(other, path, "{\"kind\":\"CLOCK_SET\"}").status()).isEqualTo(403);
    }
    assertThat(world.get(world.director, path).ok().tree()).isEmpty();
  }

  private static Dialect enciphering() {
    Dialect standard = Dialect.STANDARD;
    return new Dialect(
        Dialect.Edition.E2025,
        standard.encoding(),
        standard.checkSum(),
        standard.offset(),
        standard.factorMap(),
        Map.of(),
        Dialect.Cipher.SM4_BINARY,
        null,
        standard.systemType(),
        standard.tcp(),
        standard.backfill());
  }
}
