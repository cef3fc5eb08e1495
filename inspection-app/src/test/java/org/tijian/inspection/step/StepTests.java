package org.tijian.inspection.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Clocks start with a promise, stop with the next, tell before and after, and count. */
@CheckupServer
class StepTests {
  @Autowired private CheckupWorld world;
  @Autowired private StepRounds rounds;
  @Autowired private VaultDatabase vault;
  @Autowired private TestClock clock;

  private Instant began;

  /** Other tests have the same clock. */
  @BeforeEach
  void remember() {
    began = clock.instant();
  }

  @AfterEach
  void turnBack() {
    passUntil(began);
  }

  private void passUntil(Instant then) {
    clock.advance(Duration.between(clock.instant(), then));
  }

  private Instant promisedBy(UUID id) {
    return Instant.parse(
        world
            .get(world.office, "/api/checkups/" + id)
            .ok()
            .tree()
            .at("/next/promisedBy")
            .asString());
  }

  @Test
  void everyOpenStateHasAnOwnerAndNothingIsLeftOfAnEndedOne() {
    Account expert = world.newExpert();
    List<UUID> open =
        List.of(
            world.requested(),
            world.accepted(),
            world.scheduled(world.newExpert()),
            world.inProgress(world.newExpert()),
            world.closing(world.newExpert()),
            world.paused(world.inProgress(world.expert), "imminent-danger"),
            world.paused(world.inProgress(world.expert), "outside-programme"));
    UUID closed = world.closed(expert);
    UUID withdrawn = world.step(world.accepted(), world.director, "withdraw", "{}");

    assertThat(open).allSatisfy(id -> assertThat(openSteps(id)).isEqualTo(1));
    assertThat(List.of(closed, withdrawn)).allSatisfy(id -> assertThat(openSteps(id)).isZero());
    assertThat(steps(closed)).isEqualTo(5);
  }

  @Test
  void aPauseChangesHandsAndItsClockWithIt() {
    UUID id = world.paused(world.inProgress(world.expert), "imminent-danger");
    assertThat(owner(id)).isEqualTo("director");

    world.step(id, world.director, "pause/acted", "{}");
    assertThat(owner(id)).isEqualTo("expert");

    world.step(id, world.expert, "pause/resume", "{}");
    assertThat(state(id)).isEqualTo("InProgress");
  }

  @Test
  void whoseTurnItIsIsToldAndTheEnterpriseSeesThatItGoesOn() {
    UUID id = world.requested();
    assertThat(told(world.office, id)).containsExactly("step/%s/0/turn".formatted(id));
    assertThat(told(world.director, id)).isEmpty();

    world.step(id, world.office, "accept", "{}");
    assertThat(told(world.director, id)).containsExactly("step/%s/1/next".formatted(id));
  }

  @Test
  void theOwnerIsToldBeforeAndEverybodyConcernedWhenItIsLateOnceEach() {
    UUID id = world.requested();
    passUntil(promisedBy(id).minus(Duration.ofHours(12)));
    rounds.look();
    rounds.look();
    assertThat(told(world.office, id))
        .containsExactly("step/%s/0/turn".formatted(id), "step/%s/0/soon".formatted(id));
    passUntil(promisedBy(id).plus(Duration.ofHours(1)));
    rounds.look();
    rounds.look();
    assertThat(told(world.office, id)).hasSize(3).contains("step/%s/0/late".formatted(id));
    assertThat(told(world.director, id)).containsExactly("step/%s/0/late".formatted(id));
    assertThat(late("office", "Requested").path("openLate").asInt()).isPositive();

    world.step(id, world.office, "accept", "{}");
    assertThat(late("office", "Requested").path("late").asInt()).isPositive();
  }

  @Test
  void aCheckupFromBeforeThereWereClocksGetsOne() {
    UUID id = world.requested();
    vault.jdbc().sql("delete from promised_step where checkup_id = :id").param("id", id).update();

    rounds.look();

    assertThat(openSteps(id)).isEqualTo(1);
  }

  @Test
  void lateOnesComeFirstAndPagesGoOnWithoutGapOrRepetition() {
    for (int i = 0; i < 5; i++) {
      world.requested();
      clock.advance(Duration.ofHours(25));
    }
    String path = "/api/checkups?order=due&state=Requested&limit=2";
    List<String> whole =
        ids(world.get(world.office, "/api/checkups?order=due&state=Requested&limit=200"));

    List<String> paged = new ArrayList<>();
    for (String after = ""; ; ) {
      List<String> page = ids(world.get(world.office, path + after));
      paged.addAll(page);
      if (page.size() < 2) {
        break;
      }
      after = "&after=" + page.get(page.size() - 1);
    }
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    List<String> promised =
        world
            .get(world.office, "/api/checkups?order=due&state=Requested&limit=200")
            .tree()
            .valueStream()
            .map(checkup -> checkup.at("/next/promisedBy").asString())
            .toList();
    assertThat(promised).isSorted();
  }

  @Test
  void filtersAreAppliedByTheServer() {
    UUID id = world.accepted();
    String number = world.get(world.office, "/api/checkups/" + id).tree().path("number").asString();

    assertThat(ids(world.get(world.office, "/api/checkups?number=" + number)))
        .containsExactly(id.toString());
    assertThat(ids(world.get(world.office, "/api/checkups?state=Requested&number=" + number)))
        .isEmpty();
    assertThat(ids(world.get(world.office, "/api/checkups?owner=director&number=" + number)))
        .isEmpty();
    assertThat(ids(world.get(world.office, "/api/checkups?late=true&number=" + number))).isEmpty();
    assertThat(world.get(world.office, "/api/checkups?state=Lost").status()).isEqualTo(400);
    assertThat(world.get(world.office, "/api/checkups?order=random").status()).isEqualTo(400);
    JsonNode counts = world.get(world.office, "/api/checkups/counts").ok().tree();
    assertThat(counts.at("/Accepted/all").asInt()).isPositive();
    assertThat(world.get(world.newExpert(), "/api/checkups/counts").ok().tree().has("Requested"))
        .as("an expert sees no request")
        .isFalse();
  }

  private static List<String> ids(CheckupWorld.Answer answer) {
    return answer.ok().tree().valueStream().map(c -> c.path("id").asString()).toList();
  }

  private JsonNode late(String owner, String state) {
    return world
        .get(world.office, "/api/office/clocks")
        .ok()
        .tree()
        .valueStream()
        .filter(c -> c.path("owner").asString().equals(owner))
        .filter(c -> c.path("state").asString().equals(state))
        .findFirst()
        .orElseThrow();
  }

  private List<String> told(Account reader, UUID checkupId) {
    return vault
        .jdbc()
        .sql(
            "select key from notice where account_id = :reader and starts_with(key, :about) order by position")
        .param("reader", reader.id())
        .param("about", "step/" + checkupId)
        .query(String.class)
        .list();
  }

  private int openSteps(UUID id) {
    return number(
        "select count(*) from promised_step where done_at is null and checkup_id = :id", id);
  }

  private int steps(UUID id) {
    return number("select count(*) from promised_step where checkup_id = :id", id);
  }

  private int number(String sql, UUID id) {
    return vault.jdbc().sql(sql).param("id", id).query(Integer.class).single();
  }

  private String owner(UUID id) {
    return text("owner", id);
  }

  private String state(UUID id) {
    return text("state", id);
  }

  private String text(String column, UUID id) {
    return vault
        .jdbc()
        .sql(
            "select %s from promised_step where done_at is null and checkup_id = :id"
                .formatted(column))
        .param("id", id)
        .query(String.class)
        .single();
  }
}
