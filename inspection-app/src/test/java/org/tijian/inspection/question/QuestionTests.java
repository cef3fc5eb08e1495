package org.tijian.inspection.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

/** Questions are the enterprise's and its experts' business: the office cannot read them. */
@CheckupServer
class QuestionTests {
  private static final String TEXT = "零点漂移为什么总在夜里变大？";

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;

  @Test
  void reachTheExpertsWhenTheDirectorLooksAgainAndNeverTheOffice() {
    UUID id = world.requested();
    ask(id, UUID.randomUUID());
    assertThat(copies(id)).as("the directors'").isPositive().isEqualTo(directors());
    Account expert = world.newExpert();
    world.signOut(expert);
    world.get(expert, "/api/session").ok();
    world.step(id, world.office, "accept", "{}");
    world.step(id, world.office, "schedule", CheckupWorld.schedule(expert, world.freeMorning()));
    world.pledged(id, expert);
    assertThat(text(expert, id)).as("nobody with a key was there").isNull();

    world.signOut(world.director);
    world.get(world.director, "/api/checkups/" + id).ok();

    assertThat(text(expert, id)).isEqualTo(TEXT);
    assertThat(list(world.director, id).at("/0/handed").asBoolean()).isTrue();
    assertThat(world.get(world.office, path(id)).status()).isEqualTo(403);
    assertThat(world.get(world.gatekeeper, path(id)).status()).isEqualTo(403);
    assertThat(world.get(world.newExpert(), path(id)).status()).isEqualTo(403);
    assertThat(sealed(id)).doesNotContain("漂移");
  }

  /** Whatever the order: of three check-ups the question of the middle one is broken. */
  @Test
  void aQuestionThatDoesNotOpenKeepsNoOtherFromItsExperts() {
    List<UUID> ids = Stream.generate(world::requested).limit(3).toList();
    List<Account> experts = Stream.generate(world::newExpert).limit(3).toList();
    ids.forEach(id -> ask(id, UUID.randomUUID()));
    for (int i = 0; i < ids.size(); i++) {
      schedule(ids.get(i), experts.get(i));
    }
    database
        .administrator()
        .sql(
            "update question_copy set sealed = sha256(sealed) where question_id in (select id from question where checkup_id = :id)")
        .param("id", ids.get(1))
        .update();

    world.signOut(world.director);
    world.get(world.director, "/api/checkups").ok();

    assertThat(experts).extracting(this::copiesOf).containsExactly(1, 0, 1);
  }

  private void schedule(UUID id, Account expert) {
    world.signOut(expert);
    world.get(expert, "/api/session").ok();
    world.step(id, world.office, "accept", "{}");
    world.step(id, world.office, "schedule", CheckupWorld.schedule(expert, world.freeMorning()));
  }

  @Test
  void whoLeavesTheTeamReadsNoMoreAndWithTheEndEverythingIsGone() {
    Account first = world.newExpert();
    UUID id = world.scheduled(first);
    ask(id, UUID.randomUUID());
    assertThat(text(first, id)).isEqualTo(TEXT);

    Account second = world.newExpert();
    String change =
        CheckupWorld.schedule(second, world.freeMorning().plus(Duration.ofDays(40)))
            .replaceFirst("}$", ", \"reason\": \"换人\"}");
    world.post(world.office, CheckupWorld.path(id, "reschedule"), change).ok();
    world.pledged(id, second);
    assertThat(world.get(first, path(id)).status()).isEqualTo(403);
    assertThat(copiesOf(first)).isZero();

    world.step(id, world.director, "withdraw", "{}");
    assertThat(copies(id)).isZero();
    assertThat(world.post(world.director, path(id), "{\"text\": \"x\"}").code())
        .isEqualTo("moved-on");
  }

  @Test
  void oneQuestionPerKeyAndNobodysKeyTouchesAnothers() {
    UUID id = world.requested();
    UUID key = UUID.randomUUID();
    ask(id, key);
    ask(id, key);

    assertThat(list(world.director, id)).hasSize(1);
    assertThat(world.post(world.foreignDirector, path(id), "{\"text\": \"x\"}", key).status())
        .isEqualTo(403);
  }

  private void ask(UUID id, UUID key) {
    world.post(world.director, path(id), "{\"text\": \"%s\"}".formatted(TEXT), key).ok();
  }

  private JsonNode list(Account reader, UUID id) {
    return world.get(reader, path(id)).ok().tree();
  }

  private String text(Account reader, UUID id) {
    JsonNode text = list(reader, id).at("/0/text");
    return text.isNull() ? null : text.asString();
  }

  private static String path(UUID id) {
    return "/api/checkups/%s/questions".formatted(id);
  }

  private int copies(UUID id) {
    return vault
        .jdbc()
        .sql(
            "select count(*) from question_copy c join question q on q.id = c.question_id where q.checkup_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private int copiesOf(Account reader) {
    return vault
        .jdbc()
        .sql("select count(*) from question_copy where account_id = :id")
        .param("id", reader.id())
        .query(Integer.class)
        .single();
  }

  private int directors() {
    return vault
        .jdbc()
        .sql("select count(*) from account where role = 'DIRECTOR' and site_id = :site")
        .param("site", world.director.siteId())
        .query(Integer.class)
        .single();
  }

  private String sealed(UUID id) {
    return vault
        .jdbc()
        .sql(
            "select c.sealed from question_copy c join question q on q.id = c.question_id where q.checkup_id = :id")
        .param("id", id)
        .query(byte[].class)
        .list()
        .stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .reduce("", String::concat);
  }
}
