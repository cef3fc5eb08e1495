package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

@CheckupServer
class CheckupJourneyTests {
  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;

  @Test
  void aRequestShowsItsScopeItsConsentAndWhatComesNext() {
    JsonNode checkup = see(world.director, world.requested());

    assertThat(checkup.path("number").asString()).matches("TJ-2026-\\d{6}");
    assertThat(checkup.path("state").asString()).isEqualTo("Requested");
    assertThat(checkup.path("outlets").path(0).path("code").asString()).isEqualTo("DA001");
    assertThat(checkup.path("topics").toString()).isEqualTo("[\"calibration\",\"networking\"]");
    assertThat(checkup.path("dataFrom").asString()).isEqualTo("2026-10-24");
    assertThat(checkup.path("consent").path("by").path("en").asString())
        .isEqualTo("Example director");
    assertThat(checkup.path("consent").path("sha256").asString()).hasSize(64);
    assertThat(checkup.path("appointment").isNull()).isTrue();
    assertThat(checkup.path("next").path("owner").asString()).isEqualTo("office");
    assertThat(checkup.path("may").toString()).isEqualTo("[\"withdraw\"]");
  }

  @Test
  void everyStateHasAnOwnerAndAPromisedTimeUntilTheEnd() {
    Account expert = world.newExpert();
    UUID id = world.requested();
    Instant now = clock.instant();

    assertNext(id, "office");
    assertNext(world.step(id, world.office, "accept", "{}"), "office");
    Instant startsAt = world.freeMorning();
    world.step(id, world.office, "schedule", CheckupWorld.schedule(expert, startsAt));
    world.pledged(id, expert);
    assertThat(assertNext(id, "expert")).isEqualTo(startsAt);
    world.step(id, expert, "start", "{}");
    assertThat(assertNext(id, "expert")).isEqualTo(startsAt.plus(Duration.ofHours(3)));
    world.step(id, expert, "close-meeting", "{}");
    assertThat(assertNext(id, "director")).isEqualTo(now.plus(Duration.ofDays(7)));
    world.step(id, world.director, "receive", "{}");

    JsonNode closed = see(world.director, id);
    assertThat(closed.path("next").isNull()).isTrue();
    assertThat(closed.path("history").findValuesAsString("state"))
        .containsExactly("Requested", "Accepted", "Scheduled", "InProgress", "Closing", "Closed");
    assertThat(closed.path("history").path(3).path("by").path("en").asString())
        .isEqualTo(expert.name().en());
  }

  @Test
  void aRequestUnderAnotherTextThanStandsNowIsRefused() {
    String body = world.requestBody().replaceFirst("\"sha256\": \".", "\"sha256\": \"x");

    CheckupWorld.Answer answer = world.post(world.director, "/api/checkups", body);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("terms-changed");
  }

  @ParameterizedTest(name = "{0} -> {1}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "topics": ["calibration", "networking"] | "topics": []                | 400 | topics
          "topics": ["calibration", "networking"] | "topics": ["gossip"]        | 400 | topics
          "dataUntil": "2026-12-31"               | "dataUntil": "2026-10-23"   | 400 | dataUntil
          "dataUntil": "2026-12-31"               | "dataUntil": "2027-11-24"   | 400 | dataFrom
          "dataFrom": "2026-10-24"                | "dataFrom": "2001-01-01"    | 400 | dataFrom
          "dataFrom": "2026-10-24",               | `` | 400 | dataFrom
          "preferredDays": ["2026-12-01"]         | "preferredDays": ["2026-11-01"] | 400 | preferredDays
          "language": "zh"                        | "language": "de"            | 400 | terms.language
          "note": "                               | "note": "\\u0000            | 400 | note
          """)
  void aRequestThatMakesNoSenseIsRefusedByName(String part, String by, int status, String field) {
    CheckupWorld.Answer answer =
        world.post(world.director, "/api/checkups", world.requestBody().replace(part, by));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.tree().path("field").asString()).isEqualTo(field);
  }

  @Test
  void nobodyOpensAnOutletOfSomebodyElse() {
    String body =
        world.requestBody().replaceFirst("\\[\\d+\\]", "[%d]".formatted(world.foreignOutlet.id()));

    assertThat(world.post(world.director, "/api/checkups", body).status()).isEqualTo(403);
  }

  @Test
  void onlyADirectorCanAsk() {
    String body = world.requestBody();

    assertThat(world.post(world.office, "/api/checkups", body).status()).isEqualTo(403);
    assertThat(world.post(world.expert, "/api/checkups", body).status()).isEqualTo(403);
  }

  @Test
  void aRepeatedRequestWithTheSameKeyIsOneRequest() {
    UUID key = UUID.randomUUID();
    String body = world.requestBody();

    List<CheckupWorld.Answer> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> world.post(world.director, "/api/checkups", body, key))
            .toList();

    assertThat(answers.stream().map(answer -> answer.ok().tree().path("id").asString()).distinct())
        .hasSize(1);
  }

  @Test
  void everybodySeesTheCheckupsTheyArePartyTo() {
    UUID id = world.scheduled(world.newExpert());

    assertThat(listed(world.director)).contains(id.toString());
    assertThat(listed(world.office)).contains(id.toString());
    assertThat(listed(world.foreignDirector)).doesNotContain(id.toString());
    assertThat(listed(world.otherExpert)).doesNotContain(id.toString());
  }

  @Test
  void aStepTakenTwiceIsRefusedWithASentence() {
    UUID id = world.accepted();

    CheckupWorld.Answer again = world.post(world.office, path(id, "accept"), "{}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("moved-on");
    assertThat(again.tree().path("message").path("zh").asString()).contains("已受理");
    assertThat(see(world.office, id).path("history")).hasSize(2);
  }

  private Instant assertNext(UUID id, String owner) {
    JsonNode next = see(world.director, id).path("next");
    assertThat(next.path("owner").asString()).isEqualTo(owner);
    assertThat(next.path("step").path("zh").asString()).isNotBlank();
    Instant promisedBy = Instant.parse(next.path("promisedBy").asString());
    assertThat(promisedBy).isAfter(clock.instant());
    return promisedBy;
  }

  private JsonNode see(Account account, UUID id) {
    return world.get(account, path(id, "")).ok().tree();
  }

  private List<String> listed(Account account) {
    return world.get(account, "/api/checkups").ok().tree().findValuesAsString("id");
  }
}
