package org.tijian.inspection.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

/** T-42: nothing of a visit opens to an expert before the pledge for it is signed. */
@CheckupServer
class PledgeTests {
  private static final List<String> SEALED = List.of("visit", "review", "documents", "questions");

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;

  @Test
  void nothingOfTheVisitOpensBeforeTheExpertSigned() {
    Account expert = world.newExpert();
    UUID id = scheduled(List.of(expert));

    for (String route : SEALED) {
      CheckupWorld.Answer refused = world.get(expert, path(id, route));
      assertThat(refused.status()).as(route).isEqualTo(409);
      assertThat(refused.code()).as(route).isEqualTo("pledge-unsigned");
    }
    assertThat(world.post(expert, path(id, "start"), "{}").code()).isEqualTo("pledge-unsigned");
    assertThat(world.get(expert, "/api/outlets").ok().tree()).isEmpty();
    assertThat(outlet(expert).status()).isEqualTo(403);
    assertThat(may(expert, id)).contains("pledge").doesNotContain("visit", "start");

    world.pledged(id, expert);

    for (String route : SEALED) {
      world.get(expert, path(id, route)).ok();
    }
    outlet(expert).ok();
    assertThat(may(expert, id)).contains("visit", "start").doesNotContain("pledge");
    world.step(id, expert, "start", "{}");
  }

  @Test
  void theEnterpriseSeesWhoSignedWhatAndWhenAlsoInTheRecord() {
    Account expert = world.newExpert();
    UUID id = scheduled(List.of(expert));
    world.get(expert, path(id, "visit"));
    world.pledged(id, expert);
    world.pledged(id, expert);

    JsonNode seen = world.get(world.director, path(id, "pledges")).ok().tree();
    JsonNode signed = seen.path("signed").path(0);
    JsonNode text = seen.path("texts").path(0);

    assertThat(seen.path("signed")).as("signing twice is signing once").hasSize(1);
    assertThat(signed.path("by").path("zh").asString()).isEqualTo(expert.name().zh());
    assertThat(signed.path("version").asString()).isEqualTo(seen.path("offered").asString());
    assertThat(signed.path("sha256").asString())
        .isEqualTo(text.path("sha256").path("zh").asString())
        .hasSize(64);
    assertThat(text.path("text").path("zh").asString()).contains("利益冲突", "不是检查", "保守秘密");
    assertThat(Instant.parse(signed.path("at").asString())).isBefore(Instant.MAX);
    JsonNode entries = world.get(world.director, path(id, "access")).ok().tree().path("entries");
    assertThat(entries.findValuesAsString("what")).containsOnlyOnce("pledge-signed", "refused");
    assertThat(entries.findValuesAsString("detail"))
        .contains(
            "%s zh %s"
                .formatted(
                    signed.path("version").asString(), text.path("sha256").path("zh").asString()));
  }

  /** The second lock: without a signature the database hands no copy of the key to an expert. */
  @Test
  void theDatabaseHandsOutNoKeyBeforeThePledge() {
    Account expert = world.newExpert();
    UUID id = scheduled(List.of(expert));

    assertThat(copyOf(id, expert.id())).isFalse();
    assertThat(copyOf(id, world.director.id())).isTrue();
    world.pledged(id, expert);
    assertThat(copyOf(id, expert.id())).isTrue();
  }

  @Test
  void onlyTheTextThatStandsNowCanBeSigned() {
    Account expert = world.newExpert();
    UUID id = scheduled(List.of(expert));
    String body = "{\"version\": \"%s\", \"language\": \"%s\", \"sha256\": \"%s\"}";
    String version = world.get(expert, path(id, "pledges")).tree().path("offered").asString();

    for (String wrong :
        List.of(body.formatted("1999-1", "zh", "x"), body.formatted(version, "zh", "x"))) {
      assertThat(world.post(expert, path(id, "pledges"), wrong).code()).isEqualTo("pledge-changed");
    }
    CheckupWorld.Answer language =
        world.post(expert, path(id, "pledges"), body.formatted(version, "fr", "x"));
    assertThat(language.tree().path("field").asString()).isEqualTo("language");
    assertThat(may(expert, id)).contains("pledge");
  }

  @Test
  void whoWasReplacedAndComesBackSignsAnew() {
    List<Account> team = List.of(world.newExpert(), world.newExpert());
    UUID id = scheduled(team.subList(0, 1));
    world.pledged(id, team.get(0));

    reschedule(id, team.subList(1, 2));
    assertThat(world.get(team.get(1), path(id, "visit")).code()).isEqualTo("pledge-unsigned");
    assertThat(world.get(team.get(0), path(id, "visit")).status()).isEqualTo(403);
    reschedule(id, team.subList(0, 1));

    assertThat(world.get(team.get(0), path(id, "visit")).code()).isEqualTo("pledge-unsigned");
    world.pledged(id, team.get(0));
    world.get(team.get(0), path(id, "visit")).ok();
    JsonNode signed = world.get(world.director, path(id, "pledges")).tree().path("signed");
    assertThat(signed).hasSize(2);
    assertThat(signed.path(0).path("endedAt").isNull()).isFalse();
    assertThat(signed.path(1).path("endedAt").isNull()).isTrue();
  }

  @Test
  void aPledgeStandsWhenOnlyTheTimeChanges() {
    Account expert = world.newExpert();
    UUID id = world.scheduled(expert);

    reschedule(id, List.of(expert));

    world.get(expert, path(id, "visit")).ok();
  }

  @Test
  void aDangerIsToldOfWithoutAPledgeAndNothingElseIs() {
    List<Account> team = List.of(world.newExpert(), world.newExpert());
    UUID id = scheduled(team);
    world.pledged(id, team.get(0));
    world.step(id, team.get(0), "start", "{}");

    String answer = CheckupWorld.answer("S06", "improvement", "x");
    assertThat(world.post(team.get(1), path(id, "visit/answers"), answer).code())
        .isEqualTo("pledge-unsigned");
    assertThat(world.post(team.get(1), path(id, "close-meeting"), "{}").code())
        .isEqualTo("pledge-unsigned");
    world.step(id, team.get(1), "pause", "{\"kind\": \"imminent-danger\"}");
  }

  @Test
  void theDatabaseRefusesToChangeOrDeleteAPledge() {
    UUID id = world.scheduled(world.newExpert());

    for (String change :
        List.of(
            "update expert_pledge set signed_at = now() where checkup_id = '%s'",
            "update expert_pledge set expert_id = gen_random_uuid(), ended_at = now() where checkup_id = '%s'",
            "delete from expert_pledge where checkup_id = '%s'")) {
      assertThatThrownBy(() -> database.administrator().sql(change.formatted(id)).update())
          .as(change)
          .rootCause()
          .hasMessageMatching("(?s).*expert_pledge is (never changed|append-only).*");
    }
  }

  @Test
  void aChangedTextUnderAnOldVersionIsRefusedAtTheStart() throws Exception {
    Pledge current = Pledges.builtIn().current();
    Pledge changed =
        new Pledge(
            current.version(), new LocalName(current.text().zh(), current.text().en() + "."));
    try (VaultDatabase fresh = VaultTestDatabase.fresh().open()) {
      new PledgeArchive(fresh, Pledges.builtIn());

      assertThatThrownBy(() -> new PledgeArchive(fresh, new Pledges(List.of(changed))))
          .hasMessageContaining("the en text of pledge " + current.version());
    }
  }

  private UUID scheduled(List<Account> team) {
    Instant startsAt = world.freeMorning();
    return world.step(
        world.accepted(),
        world.office,
        "schedule",
        schedule(team, startsAt, startsAt.plus(Duration.ofHours(3))));
  }

  private void reschedule(UUID id, List<Account> team) {
    Instant startsAt = world.freeMorning();
    String body =
        schedule(team, startsAt, startsAt.plus(Duration.ofHours(3)))
            .replaceFirst("}$", ", \"reason\": \"换人\"}");
    world.post(world.office, path(id, "reschedule"), body).ok();
  }

  private List<String> may(Account account, UUID id) {
    return world
        .get(account, path(id, ""))
        .ok()
        .tree()
        .path("may")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private CheckupWorld.Answer outlet(Account expert) {
    return world.get(expert, "/api/outlets/" + world.outlet.id());
  }

  private boolean copyOf(UUID id, UUID account) {
    return vault
        .jdbc()
        .sql("select wrapped is not null from sealed.key_of(:visit, :account)")
        .param("visit", id)
        .param("account", account)
        .query(Boolean.class)
        .single();
  }
}
