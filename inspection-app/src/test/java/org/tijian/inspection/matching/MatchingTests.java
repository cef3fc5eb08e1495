package org.tijian.inspection.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/**
 * From a profile and a tie to a proposal that is confirmed, as the office and the experts do it.
 */
@CheckupServer
class MatchingTests {
  private static final String SKILLS =
      """
      {"skills": ["topic:calibration", "topic:networking", "part:hut", "factor:a21002"], "longitude": 123.4,
       "latitude": 41.8, "weekdays": [1, 2, 3, 4, 5], "mostVisitsAWeek": 5}
      """;

  @Autowired private CheckupWorld world;

  @Test
  void theOfficeBringsAnExpertInWhoThenDescribesHerself() {
    String body = "{\"username\": \"New.Expert\", \"nameZh\": \"专家新\", \"nameEn\": \"Expert New\"}";
    JsonNode invited = world.post(world.office, "/api/experts", body).ok().tree();

    assertThat(invited.path("username").asString()).isEqualTo("new.expert");
    assertThat(world.post(world.office, "/api/experts", body).status()).isEqualTo(400);
    assertThat(world.signIn("new.expert", invited.path("password").asString()).getAttributeNames())
        .isNotNull();
    assertThat(world.post(world.director, "/api/experts", body).status()).isEqualTo(403);
  }

  @Test
  void expertsChangeTheirOwnProfileAndNobodyElses() {
    Account expert = world.newExpert();
    String profile = "/api/experts/" + expert.id() + "/profile";

    JsonNode seen = world.post(expert, profile, SKILLS).ok().tree();

    assertThat(seen.path("skills")).hasSize(4);
    assertThat(seen.path("longitude").asDouble()).isEqualTo(123.4);
    assertThat(world.get(world.office, profile).status()).isEqualTo(200);
    assertThat(world.post(world.otherExpert, profile, SKILLS).status()).isEqualTo(403);
    assertThat(world.get(world.director, profile).status()).isEqualTo(403);
    assertThat(
            world
                .post(expert, profile, SKILLS.replace("part:hut", "part:roof"))
                .tree()
                .path("field")
                .asString())
        .isEqualTo("skills");
  }

  @Test
  void anAbsenceIsEnteredAndTakenBack() {
    Account expert = world.newExpert();
    String absences = "/api/experts/" + expert.id() + "/absences";
    String body = "{\"firstDay\": \"2027-02-01\", \"lastDay\": \"2027-02-05\"}";
    UUID key = UUID.randomUUID();

    world.post(expert, absences, body, key).ok();
    JsonNode twice = world.post(expert, absences, body, key).ok().tree();

    assertThat(twice.path("absences")).hasSize(1);
    assertThat(world.delete(expert, absences + "/" + key).ok().tree().path("absences")).isEmpty();
  }

  @Test
  void aTieStandsInTheWayOfAScheduleAndIsNamedInWords() {
    Account expert = world.newExpert();
    String ties =
        "{\"operation\": [\"甲乙运维有限公司\"], \"vendors\": [], \"competitors\": [\"丙电厂\"], \"days\":"
            + " []}";
    world.post(world.director, "/api/site-ties", ties).ok();
    JsonNode declared =
        declare(
            expert, "{\"kind\": \"work\", \"organisation\": \"甲乙运维\", \"from\": \"2020-01-01\"}");
    UUID id = world.accepted();

    CheckupWorld.Answer refused =
        world.post(world.office, path(id, "schedule"), schedule(expert, world.freeMorning()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("expert-conflict");
    assertThat(refused.tree().path("message").path("zh").asString())
        .contains(expert.name().zh(), "运维单位");
    assertThat(refused.tree().path("message").path("en").asString()).contains("three years");
    String tie = declared.path("ties").path(0).path("id").asString();
    world
        .post(
            expert,
            "/api/experts/%s/ties/%s/end".formatted(expert.id(), tie),
            "{\"until\": \"2021-01-01\"}")
        .ok();
    world.post(world.office, path(id, "schedule"), schedule(expert, world.freeMorning())).ok();
  }

  @Test
  void theEnterpriseRefusesAnExpertWithoutAReasonAndIsSentAnotherTeam() {
    Account expert = world.newExpert();
    UUID id = world.scheduled(expert);
    String body = "{\"expertId\": \"%s\"}".formatted(expert.id());

    assertThat(world.post(world.office, path(id, "refuse-expert"), body).status()).isEqualTo(403);
    JsonNode seen = world.post(world.director, path(id, "refuse-expert"), body).ok().tree();

    assertThat(seen.path("state").asString()).isEqualTo("Accepted");
    assertThat(seen.path("appointment").isNull()).isTrue();
    assertThat(seen.path("next").path("owner").asString()).isEqualTo("office");
    assertThat(world.get(expert, path(id, "")).status()).isEqualTo(403);
    assertThat(
            world
                .post(world.office, path(id, "schedule"), schedule(expert, world.freeMorning()))
                .code())
        .isEqualTo("expert-conflict");
    world
        .post(world.office, path(id, "schedule"), schedule(world.newExpert(), world.freeMorning()))
        .ok();
  }

  @Test
  void aProposalIsMadeExplainedAndConfirmed() throws InterruptedException {
    Account one = world.newExpert();
    Account other = world.newExpert();
    for (Account expert : List.of(one, other)) {
      world.post(expert, "/api/experts/" + expert.id() + "/profile", SKILLS).ok();
    }
    UUID id = world.accepted();

    assertThat(world.post(world.director, "/api/matching", "{\"teamSize\": 2}").status())
        .isEqualTo(403);
    world.post(world.office, "/api/matching", "{\"teamSize\": 2}").ok();
    JsonNode done = waitForProposals();

    JsonNode proposal = find(done.path("proposals"), id);
    assertThat(proposal.path("possible").asBoolean()).isTrue();
    assertThat(proposal.path("experts")).hasSize(2);
    assertThat(proposal.path("reasons").findValuesAsString("rule")).contains("workload");
    JsonNode confirmed =
        world
            .post(
                world.office,
                "/api/matching/confirm",
                "{\"checkupIds\": [\"%s\"]}".formatted(proposal.path("checkupId").asString()))
            .ok()
            .tree();
    assertThat(confirmed.path(0).path("refusal").isNull()).isTrue();
    JsonNode seen = world.get(world.office, path(id, "")).ok().tree();
    assertThat(seen.path("state").asString()).isEqualTo("Scheduled");
    assertThat(seen.path("appointment").path("startsAt")).isEqualTo(proposal.path("startsAt"));
    assertThat(find(world.get(world.office, "/api/matching").ok().tree().path("proposals"), id))
        .isNull();
  }

  private JsonNode waitForProposals() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode seen = world.get(world.office, "/api/matching").ok().tree();
      if (!seen.path("state").asString().equals("searching")) {
        assertThat(seen.path("state").asString()).isEqualTo("idle");
        return seen;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the search does not end");
  }

  private static @Nullable JsonNode find(JsonNode proposals, UUID id) {
    for (JsonNode each : proposals) {
      if (each.path("checkupId").asString().equals(id.toString())
          || each.path("joined").findValuesAsString("id").contains(id.toString())) {
        return each;
      }
    }
    return null;
  }

  private JsonNode declare(Account expert, String body) {
    return world.post(expert, "/api/experts/" + expert.id() + "/ties", body).ok().tree();
  }
}
