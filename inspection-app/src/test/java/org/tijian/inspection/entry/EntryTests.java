package org.tijian.inspection.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Slip, gate and list: a service, who and when, and nothing else. */
@CheckupServer
class EntryTests {
  private static final String FINDING = "发现标识-探头温度";

  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;

  @Test
  void aSlipSaysServiceNamesOrganisationAndTimes() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);

    JsonNode slip = slip(expert, visit);

    assertThat(slip.path("type").asString()).isEqualTo("service");
    assertThat(slip.path("enterprise").path("en").asString()).isEqualTo("Example plant DA001");
    assertThat(slip.path("organiser").path("zh").asString()).contains("自愿");
    assertThat(slip.path("persons").get(0).path("id").asString()).isEqualTo(expert.id().toString());
    assertThat(world.get(world.director, path(visit, "slip")).ok().body())
        .isEqualTo(world.get(world.office, path(visit, "slip")).ok().body());
    assertThat(world.get(world.director, path(world.accepted(), "slip")).code())
        .isEqualTo("no-appointment");
  }

  @Test
  void whoHoldsTheSlipIsToldWhatItSaysOnItsDayWithoutASignIn() {
    UUID visit = world.inProgress(world.expert);
    world.post(
        world.expert,
        path(visit, "visit/answers"),
        CheckupWorld.answer("S06", "improvement", FINDING));
    String token = slip(world.expert, visit).path("token").asString();

    JsonNode early = gate(token);
    assertThat(early.path("state").asString()).isEqualTo("not-today");

    onTheDayOf(
        visit,
        () -> {
          CheckupWorld.Answer answer = ask(token);
          JsonNode told = answer.tree();
          assertThat(told.path("state").asString()).isEqualTo("valid");
          assertThat(told.path("type").asString()).isEqualTo("service");
          assertThat(told.path("persons").get(0).path("en").asString())
              .isEqualTo(world.expert.name().en());
          assertThat(answer.body()).doesNotContain(FINDING, visit.toString());
          assertThat(told.propertyNames())
              .containsExactlyInAnyOrder(
                  "state",
                  "type",
                  "number",
                  "enterprise",
                  "organiser",
                  "persons",
                  "plannedFrom",
                  "plannedUntil");
        });
  }

  @Test
  void aSlipIsVoidAfterAWithdrawalOrARescheduling() {
    UUID withdrawn = world.scheduled(world.newExpert());
    String first = slip(world.director, withdrawn).path("token").asString();
    Account expert = world.newExpert();
    UUID moved = world.scheduled(expert);
    String second = slip(world.director, moved).path("token").asString();

    world.step(withdrawn, world.director, "withdraw", "{}");
    world.step(moved, world.office, "reschedule", rescheduled(expert));

    assertThat(ask(first).body()).isEqualTo(ask(second).body()).contains("\"void\"");
    assertThat(slip(world.director, withdrawn).path("token").isNull()).isTrue();
    String renewed = slip(world.director, moved).path("token").asString();
    assertThat(gate(renewed).path("state").asString()).isEqualTo("not-today");
  }

  @Test
  void aForgedTokenTellsNothing() {
    UUID visit = world.scheduled(world.newExpert());
    String token = slip(world.director, visit).path("token").asString();
    char last = token.charAt(30) == 'A' ? 'B' : 'A';

    for (String forged :
        List.of(
            token.substring(0, 30) + last + token.substring(31),
            token.substring(0, 40),
            "x",
            "%%%",
            UUID.randomUUID().toString())) {
      assertThat(gate(forged).path("state").asString()).isEqualTo("void");
      assertThat(ask(forged).body()).doesNotContain("TJ-");
    }
    assertThat(ask("").status()).isEqualTo(400);
  }

  @Test
  void arrivalAndLeavingAreRecordedOnceAndBothSidesSeeThem() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    UUID key = UUID.randomUUID();

    onTheDayOf(
        visit,
        () -> {
          assertThat(pass(expert, visit, expert, "out", null, null).code()).isEqualTo("not-inside");
          IntStream.range(0, 6)
              .parallel()
              .forEach(i -> pass(expert, visit, expert, "in", null, key).ok());
          pass(world.director, visit, expert, "in", null, null).ok();
          pass(world.director, visit, expert, "out", null, null).ok();
        });

    JsonNode passages = slip(world.director, visit).path("persons").get(0).path("passages");
    assertThat(passages.findValuesAsString("direction")).containsExactly("in", "out");
    assertThat(passages.get(0).path("by").path("en").asString()).isEqualTo(expert.name().en());
    assertThat(slip(expert, visit).path("persons").get(0).path("passages")).isEqualTo(passages);
  }

  @Test
  void aTelephoneWithoutANetworkTellsLaterWhenItWas() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    Instant arrived = Instant.parse(slip(expert, visit).path("plannedFrom").asString());

    onTheDayOf(
        visit,
        () -> {
          assertThat(
                  pass(expert, visit, expert, "in", arrived.minus(Duration.ofDays(2)), null)
                      .status())
              .isEqualTo(400);
          assertThat(
                  pass(expert, visit, expert, "in", clock.instant().plusSeconds(600), null)
                      .status())
              .isEqualTo(400);
          pass(expert, visit, expert, "in", arrived, null).ok();
        });

    assertThat(
            slip(expert, visit)
                .path("persons")
                .get(0)
                .path("passages")
                .get(0)
                .path("at")
                .asString())
        .isEqualTo(arrived.toString());
  }

  @Test
  void nobodyElseRecordsAndNobodyElseIsRecorded() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);

    onTheDayOf(
        visit,
        () -> {
          for (Account stranger :
              List.of(world.office, world.otherExpert, world.foreignDirector, world.gatekeeper)) {
            assertThat(pass(stranger, visit, expert, "in", null, null).status()).isEqualTo(403);
          }
          assertThat(pass(expert, visit, world.otherExpert, "in", null, null).status())
              .isEqualTo(400);
          assertThat(pass(expert, visit, expert, "sideways", null, null).status()).isEqualTo(400);
        });
    assertThat(pass(expert, visit, expert, "in", null, null).status())
        .as("before the day")
        .isEqualTo(400);
  }

  @Test
  void theListForEntryCodesHasWhoAndWhenAndNoFinding() {
    Account expert = world.newExpert();
    UUID visit = world.inProgress(expert);
    world.post(
        expert, path(visit, "visit/answers"), CheckupWorld.answer("S06", "improvement", FINDING));
    JsonNode slip = slip(expert, visit);
    String day = slip.path("plannedFrom").asString().substring(0, 10);
    String query =
        "?from=%s&until=%s"
            .formatted(
                day,
                Instant.parse(slip.path("plannedUntil").asString())
                    .plus(Duration.ofDays(1))
                    .toString()
                    .substring(0, 10));

    String json = world.get(world.office, "/api/entries" + query).ok().body();
    String csv = world.get(world.office, "/api/entries/file" + query).ok().body();

    String number = slip.path("number").asString();
    assertThat(json).contains(number, expert.name().zh(), "\"service\"").doesNotContain(FINDING);
    assertThat(csv)
        .contains(number, expert.name().zh(), "服务，非检查")
        .doesNotContain(FINDING, visit.toString());
    assertThat(world.get(world.office, "/api/entries?from=2026-01-01&until=2026-12-31").status())
        .isEqualTo(400);
    assertThat(world.get(world.director, "/api/entries" + query).status()).isEqualTo(403);
  }

  @Test
  void aNameThatBeginsLikeAFormulaStaysAName() {
    var name = new org.tijian.analytics.site.LocalName("=1+1", "=1+1");
    Instant at = Instant.parse("2026-12-01T01:00:00Z");
    var entry =
        new EntryList.Entry(
            "service",
            "TJ",
            name,
            name,
            List.of(new EntryList.Person(name, at, null)),
            at,
            at,
            false);

    assertThat(EntrySheet.of(List.of(entry)))
        .contains("\"'=1+1\"")
        .contains("\"2026-12-01 09:00\"");
  }

  // ---- speaking to the server

  private JsonNode slip(Account account, UUID visit) {
    return world.get(account, path(visit, "slip")).ok().tree();
  }

  private JsonNode gate(String token) {
    return ask(token).ok().tree();
  }

  /** As the guard's telephone does: nobody is signed in. */
  private CheckupWorld.Answer ask(String token) {
    return world.send(
        post("/api/entry")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"token\": \"%s\"}".formatted(token)),
        null);
  }

  private CheckupWorld.Answer pass(
      Account account,
      UUID visit,
      Account expert,
      String direction,
      @Nullable Instant at,
      @Nullable UUID key) {
    String body =
        "{\"expertId\": \"%s\", \"direction\": \"%s\", \"at\": %s}"
            .formatted(expert.id(), direction, at == null ? "null" : "\"" + at + "\"");
    return world.post(account, path(visit, "slip/passages"), body, key);
  }

  private String rescheduled(Account expert) {
    String schedule = CheckupWorld.schedule(expert, world.freeMorning());
    return schedule.substring(0, schedule.length() - 1) + ", \"reason\": \"企业停产\"}";
  }

  /** At the end of the visit, and back: other tests have visits of their own. */
  private void onTheDayOf(UUID visit, Runnable work) {
    Instant end = Instant.parse(slip(world.director, visit).path("plannedUntil").asString());
    Duration ahead = Duration.between(clock.instant(), end);
    clock.advance(ahead);
    try {
      work.run();
    } finally {
      clock.advance(ahead.negated());
    }
  }
}
