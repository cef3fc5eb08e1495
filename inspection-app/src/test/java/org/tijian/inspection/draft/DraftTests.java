package org.tijian.inspection.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.account.SiteRight;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.key.PersonKeys;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request is written over days and devices, sent once, and changed until the visit stands. */
@CheckupServer
class DraftTests {
  private static final String SECRET = "我们怀疑K系数设错了";

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;
  @Autowired private DraftsFromBefore fromBefore;
  @Autowired private PersonKeys keys;
  @Autowired private Accounts accounts;

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
    assertThat(copies(id)).isNotEmpty().allSatisfy(copy -> assertThat(copy).doesNotContain("K系数"));
    assertThat(inTheClear(id)).isNull();
  }

  private List<String> copies(UUID id) {
    return vault
        .jdbc()
        .sql("select sealed from request_draft_copy where draft_id = :id")
        .param("id", id)
        .query(byte[].class)
        .list()
        .stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }

  private @Nullable String inTheClear(UUID id) {
    return vault
        .jdbc()
        .sql("select content::text from request_draft where id = :id")
        .param("id", id)
        .query((row, index) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** As a draft lay there before all of it was sealed, its questions apart. */
  @Test
  void aDraftFromBeforeIsSealedAtTheStartWithItsQuestions() {
    UUID id = made();
    save(world.director, id, 1, 3, SECRET).ok();
    JsonNode written = world.get(world.director, "/api/drafts/" + id).ok().tree();
    Account other = world.account("later-" + id, Role.DIRECTOR, world.director.siteId());
    asBefore(id, written.path("content").toString());

    fromBefore.seal();

    assertThat(inTheClear(id)).isNull();
    assertThat(copies(id)).isNotEmpty().allSatisfy(copy -> assertThat(copy).doesNotContain("检修"));
    JsonNode sealed = world.get(world.director, "/api/drafts/" + id).ok().tree();
    assertThat(sealed.path("content")).isEqualTo(written.path("content"));
    assertThat(sealed.path("questions").asString()).isEqualTo(SECRET);
    save(world.director, id, 2, 3, SECRET + "？").ok();
    assertThat(world.get(other, "/api/drafts/" + id).ok().tree().path("questions").asString())
        .isEqualTo(SECRET + "？");
  }

  private void asBefore(UUID id, String content) {
    byte[] questions =
        keys.sealFor(
                world.director.id(),
                SECRET.getBytes(StandardCharsets.UTF_8),
                "tijian draft-questions v1|%s|%s".formatted(id, world.director.id()))
            .orElseThrow();
    List.of(
            "delete from request_draft_copy where draft_id = '%s'".formatted(id),
            "alter table request_draft drop constraint request_draft_sealed",
            "update request_draft set content = '%s' where id = '%s'".formatted(content, id),
            "alter table request_draft add constraint request_draft_sealed check (content is null) not valid")
        .forEach(sql -> database.administrator().sql(sql).update());
    vault
        .jdbc()
        .sql("insert into request_draft_questions values (:id, :reader, :sealed)")
        .param("id", id)
        .param("reader", world.director.id())
        .param("sealed", questions)
        .update();
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
  void aColleagueWritesADirectorSignsAndSeesWhoWrote() {
    Account planner = colleague(SiteRight.REQUESTS);
    UUID id = id(world.post(planner, "/api/drafts", "{}"));
    save(planner, id, 1, 5, SECRET).ok();

    assertThat(submit(planner, id).status()).isEqualTo(403);
    assertThat(world.post(planner, "/api/drafts/%s/ready".formatted(id), "{}").status())
        .isEqualTo(204);
    world.post(planner, "/api/drafts/%s/ready".formatted(id), "{}");

    assertThat(told(world.director, "draft/%s/ready/2".formatted(id))).isEqualTo(1);
    assertThat(told(planner, "draft/%s/ready/2".formatted(id))).isZero();
    JsonNode draft = world.get(world.director, "/api/drafts/" + id).ok().tree();
    assertThat(draft.path("questions").asString()).isEqualTo(SECRET);
    assertThat(draft.at("/writers/0/by/zh").asString()).isEqualTo(planner.name().zh());
    save(world.director, id, 2, 5, SECRET).ok();
    assertThat(world.get(planner, "/api/drafts/" + id).ok().tree().path("writers")).hasSize(2);
    assertThat(world.delete(planner, "/api/drafts/" + id).code()).isEqualTo("draft-of-others");
    String checkup = submit(id).ok().tree().path("id").asString();
    assertThat(
            world
                .get(world.director, "/api/checkups/" + checkup)
                .ok()
                .tree()
                .at("/consent/by/zh")
                .asString())
        .isEqualTo("示例director");
  }

  @Test
  void aColleagueTakesAwayWhatNobodyElseWroteIn() {
    Account planner = colleague(SiteRight.REQUESTS);
    UUID id = id(world.post(planner, "/api/drafts", "{}"));

    assertThat(world.delete(planner, "/api/drafts/" + id).status()).isEqualTo(204);
    assertThat(world.get(world.director, "/api/drafts/" + id).status()).isEqualTo(403);
  }

  @Test
  void aColleagueWithoutTheRightSeesNoDraft() {
    UUID id = made();
    Account other = colleague(SiteRight.READINGS, SiteRight.FINDINGS, SiteRight.DOCUMENTS);

    assertThat(world.get(other, "/api/drafts").status()).isEqualTo(403);
    assertThat(world.get(other, "/api/drafts/" + id).status()).isEqualTo(403);
    assertThat(save(other, id, 1, 1, "").status()).isEqualTo(403);
  }

  /** What cannot be read is not written over; whoever can read it hands it on by looking. */
  @Test
  void whoCameLaterReadsADraftOnceSomebodyLooked() {
    UUID id = made();
    save(world.director, id, 1, 3, SECRET).ok();
    Account planner = colleague(SiteRight.REQUESTS);

    JsonNode closed = world.get(planner, "/api/drafts/" + id).ok().tree();
    assertThat(closed.path("content").isNull()).isTrue();
    assertThat(closed.path("questions").asString()).isEmpty();
    assertThat(save(planner, id, 2, 4, "").code()).isEqualTo("draft-sealed");

    world.get(world.director, "/api/drafts").ok();

    assertThat(world.get(planner, "/api/drafts/" + id).ok().tree().path("questions").asString())
        .isEqualTo(SECRET);
    save(planner, id, 2, 4, SECRET).ok();
    accounts.setRights(planner.id(), Set.of(SiteRight.READINGS));
    world.get(world.director, "/api/drafts/" + id).ok();
    assertThat(holders(id)).contains(world.director.id()).doesNotContain(planner.id());
  }

  private Account colleague(SiteRight... rights) {
    String name = "draft-colleague-" + UUID.randomUUID();
    return accounts.createColleague(
        name,
        CheckupWorld.PASSWORD,
        new LocalName(name, name),
        world.outlet.siteId(),
        Set.of(rights));
  }

  private List<UUID> holders(UUID id) {
    return vault
        .jdbc()
        .sql("select account_id from request_draft_copy where draft_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list();
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
    return id(world.post(world.director, "/api/drafts", "{}"));
  }

  private static UUID id(CheckupWorld.Answer answer) {
    return UUID.fromString(answer.ok().tree().path("id").asString());
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
    return submit(world.director, id);
  }

  private CheckupWorld.Answer submit(Account account, UUID id) {
    JsonNode terms = world.get(world.director, "/api/terms").ok().tree();
    return world.post(
        account,
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
