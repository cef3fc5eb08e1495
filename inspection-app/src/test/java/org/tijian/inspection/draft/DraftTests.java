package org.tijian.inspection.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request is written over days and devices, sent once, and changed until the visit stands. */
@CheckupServer
class DraftTests {
  private static final String SECRET = "我们怀疑K系数设错了";

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;

  @Test
  void goesOnOnAnotherDeviceAndSaysWhenSomebodyElseSavedIt() {
    UUID id = made();
    Account colleague = world.account("colleague-" + id, Role.DIRECTOR, world.director.siteId());

    JsonNode saved = save(world.director, id, 1, 2, "").ok().tree();
    assertThat(saved.path("version").asInt()).isEqualTo(2);
    assertThat(save(world.director, id, 1, 2, "").ok().tree().path("version").asInt())
        .as("the same words again")
        .isEqualTo(2);

    JsonNode resumed = world.get(colleague, "/api/drafts/" + id).ok().tree();
    assertThat(resumed.path("step").asInt()).isEqualTo(2);
    assertThat(resumed.at("/content/note").asString()).isEqualTo("1号机组12月2日检修");
    assertThat(resumed.at("/content/plant/windLimit").asDouble()).isEqualTo(10.8);
    save(colleague, id, 2, 3, "").ok();
    assertThat(save(world.director, id, 2, 4, "").code()).isEqualTo("draft-changed");
  }

  @Test
  void questionsAreReadByTheDirectorsAndStandNowhereInTheClear() {
    UUID id = made();
    save(world.director, id, 1, 3, SECRET).ok();

    assertThat(
            world.get(world.director, "/api/drafts/" + id).ok().tree().path("questions").asString())
        .isEqualTo(SECRET);
    List<byte[]> sealed =
        vault
            .jdbc()
            .sql("select sealed from request_draft_questions where draft_id = :id")
            .param("id", id)
            .query(byte[].class)
            .list();
    assertThat(sealed)
        .isNotEmpty()
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("K系数"));
    assertThat(
            vault
                .jdbc()
                .sql("select content::text from request_draft where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .doesNotContain("K系数");
  }

  @Test
  void isSentOnceHoweverOftenAndIsGoneThen() {
    UUID id = made();
    save(world.director, id, 1, 4, SECRET).ok();

    String checkup = submit(id).ok().tree().path("id").asString();
    assertThat(submit(id).ok().tree().path("id").asString()).isEqualTo(checkup);
    assertThat(world.get(world.director, "/api/drafts/" + id).status()).isEqualTo(403);
    JsonNode request =
        world.get(world.office, "/api/checkups/%s/request".formatted(checkup)).ok().tree();
    assertThat(request.at("/versions/0/content/plant/permit").asString()).isEqualTo("登高证，提前3天");
    assertThat(request.at("/versions/0/content/plant/days/0/kind").asString())
        .isEqualTo("shutdown");
    assertThat(request.toString()).doesNotContain("K系数");
    assertThat(
            world
                .get(world.director, "/api/checkups/%s/questions".formatted(checkup))
                .ok()
                .tree()
                .at("/0/text")
                .asString())
        .isEqualTo(SECRET);
  }

  @Test
  void whatIsMissingIsSaidWhenItIsSentAndTheDraftStays() {
    UUID id = made();

    assertThat(submit(id).code()).isEqualTo("invalid");
    assertThat(world.get(world.director, "/api/drafts/" + id).status()).isEqualTo(200);
    world.delete(world.director, "/api/drafts/" + id);
    assertThat(world.get(world.director, "/api/drafts/" + id).status()).isEqualTo(403);
  }

  @Test
  void nobodyElseSeesADraft() {
    UUID id = made();

    for (Account other :
        List.of(world.foreignDirector, world.office, world.expert, world.gatekeeper)) {
      assertThat(world.get(other, "/api/drafts/" + id).status()).isEqualTo(403);
      assertThat(save(other, id, 1, 1, "").status()).isEqualTo(403);
    }
    assertThat(world.get(world.foreignDirector, "/api/drafts").ok().body())
        .doesNotContain(id.toString());
  }

  @Test
  void aRequestIsChangedInVersionsUntilTheVisitStands() {
    UUID id = world.accepted();
    String path = "/api/checkups/%s/request".formatted(id);

    JsonNode changed = world.post(world.director, path, change(1, "sampling")).ok().tree();
    assertThat(changed.at("/versions/1/changed").toString()).isEqualTo("[\"topics\",\"plant\"]");
    assertThat(world.post(world.director, path, change(1, "sampling")).ok().tree().path("versions"))
        .as("the same again")
        .hasSize(2);
    assertThat(world.post(world.director, path, change(1, "documents")).code())
        .isEqualTo("request-changed");
    JsonNode seen = world.get(world.office, path).ok().tree();
    assertThat(seen.at("/versions/0/content/topics").toString()).contains("calibration");
    assertThat(seen.at("/versions/1/by/zh").asString()).isEqualTo("示例director");
    assertThat(seen.path("mayChange").asBoolean()).isFalse();
    assertThat(world.get(world.office, "/api/checkups/" + id).ok().tree().path("topics").toString())
        .isEqualTo("[\"sampling\"]");
    assertThat(told(world.office, "request/%s/2".formatted(id))).isEqualTo(1);

    Account expert = world.newExpert();
    world.step(id, world.office, "schedule", CheckupWorld.schedule(expert, world.freeMorning()));
    world.pledged(id, expert);
    assertThat(world.post(world.director, path, change(2, "documents")).code())
        .isEqualTo("moved-on");
    assertThat(world.get(expert, path).ok().tree().path("versions")).hasSize(2);
  }

  @Test
  void theDatabaseItselfRefusesAnotherScopeOnceTheVisitStands() {
    UUID id = world.scheduled(world.newExpert());

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                vault
                    .jdbc()
                    .sql("update checkup set topics = '{sampling}' where id = :id")
                    .param("id", id)
                    .update())
        .hasMessageContaining("after the visit was arranged");
  }

  @Test
  void whatThePlantPlansIsChecked() {
    for (String wrong :
        List.of(
            "{\"windLimit\": 99}",
            "{\"permitDays\": -1}",
            "{\"days\": [{\"kind\": \"party\", \"from\": \"2026-12-01\"}]}",
            "{\"days\": [{\"kind\": \"shutdown\", \"from\": \"2026-12-05\", \"until\": \"2026-12-01\"}]}",
            "{\"days\": [{\"kind\": \"shutdown\", \"from\": \"2020-01-01\"}]}")) {
      String body =
          world.requestBody().strip().replaceFirst("\\{", "{\"plant\": %s, ".formatted(wrong));
      assertThat(world.post(world.director, "/api/checkups", body).status())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hj75-2017.zero-drift.so2, calibration",
    "hj75-2017.accuracy.nox.low, calibration",
    "networking.online-rate, networking",
    "screens.oxygen.high, sampling",
    "screens.constant, operation",
    "hj75-2017.valid-hours, operation",
    "regulations.order-19.contract, documents"
  })
  void aRuleBelongsToATopic(String rule, String topic) {
    assertThat(SuggestedTopics.topicOf(rule).word()).isEqualTo(topic);
  }

  private UUID made() {
    return UUID.fromString(
        world.post(world.director, "/api/drafts", "{}").ok().tree().path("id").asString());
  }

  private CheckupWorld.Answer save(
      Account account, UUID id, int version, int step, String questions) {
    ObjectNode content =
        (ObjectNode)
            world.get(world.director, "/api/terms").ok().json().readTree(world.requestBody());
    content.set(
        "plant",
        content
            .objectNode()
            .put("permit", "登高证，提前3天")
            .put("permitDays", 3)
            .put("windLimit", 10.8)
            .set(
                "days",
                content
                    .arrayNode()
                    .add(
                        content
                            .objectNode()
                            .put("kind", "shutdown")
                            .put("from", "2026-12-02")
                            .put("until", "2026-12-03"))));
    ObjectNode body =
        content.objectNode().put("version", version).put("step", step).put("questions", questions);
    body.set("content", content);
    return world.post(account, "/api/drafts/" + id, body.toString());
  }

  private String change(int version, String topic) {
    String request =
        world
            .requestBody()
            .replace("\"calibration\", \"networking\"", "\"" + topic + "\"")
            .strip()
            .replaceFirst("\\{", "{\"plant\": {\"windLimit\": 8}, ");
    return "{\"version\": %d, \"request\": %s}".formatted(version, request);
  }

  private CheckupWorld.Answer submit(UUID id) {
    JsonNode terms = world.get(world.director, "/api/terms").ok().tree();
    return world.post(
        world.director,
        "/api/drafts/%s/submit".formatted(id),
        "{\"terms\": {\"version\": \"%s\", \"language\": \"zh\", \"sha256\": \"%s\"}}"
            .formatted(terms.path("version").asString(), terms.at("/sha256/zh").asString()));
  }

  private int told(Account reader, String key) {
    return vault
        .jdbc()
        .sql("select count(*) from notice where account_id = :reader and key = :key")
        .param("reader", reader.id())
        .param("key", key)
        .query(Integer.class)
        .single();
  }
}
