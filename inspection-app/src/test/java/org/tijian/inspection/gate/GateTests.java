package org.tijian.inspection.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

/** The closed list of exceptions: who may stop a visit, who settles it, and what is never kept. */
@CheckupServer
class GateTests {
  private static final String APPLIES = "{\"applies\": true}";
  private static final String DOES_NOT_APPLY = "{\"applies\": false}";

  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;
  @Autowired private VaultTestDatabase database;

  @Test
  void aDangerStopsTheVisitUntilTheEnterpriseActed() {
    UUID id = world.paused(visited(), "imminent-danger");

    assertThat(next(id).path("owner").asString()).isEqualTo("director");
    assertThat(write(id).code()).isEqualTo("visit-not-in-progress");
    assertThat(post(world.expert, id, "pause/resume", "{}").code()).isEqualTo("danger-not-over");

    world.step(id, world.director, "pause/acted", "{}");
    assertThat(next(id).path("owner").asString()).isEqualTo("expert");
    world.step(id, world.expert, "pause/resume", "{}");

    assertThat(state(id)).isEqualTo("InProgress");
    write(id).ok();
    JsonNode pause = pauses(world.director, id).path(0);
    assertThat(pause.path("kind").asString()).isEqualTo("imminent-danger");
    assertThat(pause.path("actedAt").asString()).isEqualTo(pause.path("settledAt").asString());
  }

  @Test
  void nobodyVotesOnADangerAndNoDangerEndsTheProtection() {
    UUID id = world.paused(visited(), "imminent-danger");

    assertThat(post(world.gatekeeper, id, "pause/vote", APPLIES).code()).isEqualTo("moved-on");
    assertThat(post(world.director, id, "pause/heard", "{}").code()).isEqualTo("moved-on");
  }

  @Test
  void twoGatekeepersTogetherEndTheVisitAfterTheEnterpriseWasHeard() {
    UUID id = world.paused(visited(), "outside-programme");
    assertThat(post(world.gatekeeper, id, "pause/vote", APPLIES).code()).isEqualTo("not-heard-yet");

    world.step(id, world.director, "pause/heard", "{}");
    world.step(id, world.gatekeeper, "pause/vote", APPLIES);
    assertThat(state(id)).isEqualTo("Paused");
    assertThat(post(world.gatekeeper, id, "pause/vote", APPLIES).code()).isEqualTo("voted-before");
    world.step(id, world.otherGatekeeper, "pause/vote", APPLIES);

    assertThat(state(id)).isEqualTo("Excluded");
    assertThat(next(id).isNull()).isTrue();
    assertThat(post(world.director, id, "withdraw", "{}").code()).isEqualTo("moved-on");
  }

  @Test
  void itDoesNotApplyWhereTheTwoDoNotAgree() {
    UUID id = world.paused(visited(), "outside-programme");
    world.step(id, world.director, "pause/heard", "{}");
    world.step(id, world.gatekeeper, "pause/vote", APPLIES);
    world.step(id, world.otherGatekeeper, "pause/vote", DOES_NOT_APPLY);

    assertThat(state(id)).isEqualTo("InProgress");
    write(id).ok();
  }

  @Test
  void theyMayDecideWhenTheTimeForTheHearingIsOver() {
    UUID id = world.paused(visited(), "outside-programme");
    clock.advance(Duration.ofHours(72).minusSeconds(1));
    try {
      assertThat(post(world.gatekeeper, id, "pause/vote", APPLIES).code())
          .isEqualTo("not-heard-yet");
      clock.advance(Duration.ofSeconds(1));
      world.step(id, world.gatekeeper, "pause/vote", DOES_NOT_APPLY);
      clock.advance(Duration.ofSeconds(-1));
    } finally {
      clock.advance(Duration.ofHours(72).minusSeconds(1).negated());
    }

    assertThat(pauses(world.director, id).path(0).path("voted").size()).isOne();
  }

  @Test
  void aWithdrawalDuringTheHearingSealsUntilTheDecision() {
    UUID sealed = withdrawnInPause();
    assertThat(statements(sealed)).isOne();
    assertThat(state(sealed)).isEqualTo("Withdrawn");
    decide(sealed, APPLIES);
    assertThat(state(sealed)).isEqualTo("Excluded");
    assertThat(statements(sealed)).isOne();

    UUID destroyed = withdrawnInPause();
    decide(destroyed, DOES_NOT_APPLY);
    assertThat(state(destroyed)).isEqualTo("Withdrawn");
    assertThat(statements(destroyed)).isZero();
  }

  @Test
  void ofTwoVotesAtTheSameMomentTheSecondOneDecides() throws Exception {
    UUID id = world.paused(visited(), "outside-programme");
    world.step(id, world.director, "pause/heard", "{}");
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      Callable<CheckupWorld.Answer> one = () -> post(world.gatekeeper, id, "pause/vote", APPLIES);
      Callable<CheckupWorld.Answer> two =
          () -> post(world.otherGatekeeper, id, "pause/vote", APPLIES);
      List<Future<CheckupWorld.Answer>> votes = people.invokeAll(List.of(one, two, one, two));

      int counted = 0;
      for (Future<CheckupWorld.Answer> vote : votes) {
        counted += vote.get().status() == 200 ? 1 : 0;
      }
      assertThat(counted).isEqualTo(2);
      assertThat(state(id)).isEqualTo("Excluded");
    } finally {
      people.shutdownNow();
    }
  }

  /** T-22: no details recorded beyond the pause; there is no place for any. */
  @Test
  void noColumnCouldKeepWhatWasMet() {
    List<String> texts =
        database
            .administrator()
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                 where table_name in ('gate', 'gate_vote') and data_type in ('text', 'bytea', 'jsonb', 'json')
                 order by 1
                """)
            .query(String.class)
            .list();

    assertThat(texts)
        .containsExactly(
            "gate.by_en",
            "gate.by_zh",
            "gate.kind",
            "gate.outcome",
            "gate_vote.by_en",
            "gate_vote.by_zh");
  }

  @Test
  void anUnknownKindIsNamed() {
    CheckupWorld.Answer answer =
        post(world.expert, visited(), "pause", "{\"kind\": \"exceedance\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.tree().path("field").asString()).isEqualTo("kind");
  }

  private UUID visited() {
    UUID id = world.inProgress(world.expert);
    write(id).ok();
    return id;
  }

  private UUID withdrawnInPause() {
    UUID id = world.paused(visited(), "outside-programme");
    world.step(id, world.director, "pause/heard", "{}");
    return world.step(id, world.director, "withdraw", "{}");
  }

  private void decide(UUID id, String vote) {
    world.step(id, world.gatekeeper, "pause/vote", vote);
    world.step(id, world.otherGatekeeper, "pause/vote", vote);
  }

  private CheckupWorld.Answer write(UUID id) {
    return post(world.expert, id, "visit/answers", CheckupWorld.answer("S06", "in-order", "ok"));
  }

  private CheckupWorld.Answer post(Account account, UUID id, String route, String body) {
    return world.post(account, CheckupWorld.path(id, route), body);
  }

  private JsonNode pauses(Account account, UUID id) {
    return world.get(account, CheckupWorld.path(id, "pauses")).ok().tree();
  }

  private String state(UUID id) {
    return see(id).path("state").asString();
  }

  private JsonNode next(UUID id) {
    return see(id).path("next");
  }

  private JsonNode see(UUID id) {
    return world.get(world.director, CheckupWorld.path(id, "")).ok().tree();
  }

  private int statements(UUID id) {
    return database
        .administrator()
        .sql("select count(*) from sealed.statement where checkup_id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
