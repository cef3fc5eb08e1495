package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Policy;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

@CheckupServer
class VaultTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;
  @Autowired private Retention retention;
  @Autowired private Policy policy;
  @Autowired private TestClock clock;

  @Test
  void theDirectorSeesWhoOpenedWroteAndWasRefusedInOrder() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    world.get(expert, path(id, "visit")).ok();
    answer(expert, id, "看到的情况").ok();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("标题", "内容")).ok();
    world.get(world.office, path(id, "visit"));
    world.get(world.foreignDirector, path(id, "report"));
    world.step(id, expert, "close-meeting", "{}");
    world.get(world.director, path(id, "report")).ok();

    JsonNode record = world.get(world.director, path(id, "access")).ok().tree().path("entries");

    assertThat(record.findValuesAsString("what"))
        .containsExactly(
            "pledge-signed",
            "visit-read",
            "answer-written",
            "advice-written",
            "refused",
            "refused",
            "report-written",
            "report-read");
    assertThat(record.findValuesAsString("role"))
        .containsExactly(
            "expert",
            "expert",
            "expert",
            "expert",
            "office",
            "other-enterprise",
            "expert",
            "director");
    assertThat(record.path(7).path("by").path("en").asString())
        .isEqualTo(world.director.name().en());
    assertThat(Instant.parse(record.path(7).path("at").asString())).isEqualTo(clock.instant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update sealed.entry set by_zh = ''",
        "delete from sealed.entry",
        "truncate sealed.entry cascade",
        "update sealed.destruction set statements = 0",
        "delete from checkup_history",
        "update consent set sha256 = ''",
        "update terms_text set text = ''",
        "update sealed.statement set sealed = ''",
        "truncate sealed.statement",
        "update sealed.report set sealed = ''",
        "update checkup set outlet_ids = '{4711}'",
        "update checkup set purpose = 'other'"
      })
  void theDatabaseRefusesToRewriteWhatWasRecorded(String sql) {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    answer(expert, id, "看到的情况").ok();
    world.step(id, expert, "close-meeting", "{}");

    assertThatThrownBy(() -> database.administrator().sql(sql).update())
        .isInstanceOf(DataAccessException.class);
    assertThat(changedByTheApplication(sql)).isZero();
  }

  /** The application is refused, or there is no row for it to change. */
  private int changedByTheApplication(String sql) {
    try {
      return vault.jdbc().sql(sql).update();
    } catch (DataAccessException refused) {
      return 0;
    }
  }

  @Test
  void theDatabaseKeepsTheStatementsOfACheckupUnderWay() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    answer(expert, id, "看到的情况").ok();

    assertThatThrownBy(
            () ->
                database
                    .administrator()
                    .sql("delete from sealed.statement where checkup_id = :id")
                    .param("id", id)
                    .update())
        .hasMessageContaining("under way");
  }

  @Test
  void aRowThatTheDatabaseRefusesIsNotRepeatedInTheError() {
    String insert =
        "insert into terms_text (version, language, text, sha256) values ('x', 'fr', :text, '')";

    assertThatThrownBy(() -> vault.jdbc().sql(insert).param("text", "marker-0815").update())
        .hasMessageContaining("terms_text_language_check")
        .hasMessageNotContaining("marker-0815");
  }

  @Test
  void aDoubleClickOrRetryWithTheSameKeyStoresOneStatement() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    UUID key = UUID.randomUUID();
    String advice = CheckupWorld.advice("标题", "内容");

    List<CheckupWorld.Answer> answers =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> world.post(expert, path(id, "visit/advice"), advice, key))
            .toList();

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.tree().path("id").asString()).distinct())
        .hasSize(1);
    assertThat(world.get(expert, path(id, "visit")).ok().tree().path("advice")).hasSize(1);
  }

  @Test
  void aKeyIsNotUsedForTwoThings() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    UUID key = UUID.randomUUID();
    world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("a", "b"), key).ok();

    CheckupWorld.Answer other =
        world.post(expert, path(id, "visit/advice"), CheckupWorld.advice("a", "c"), key);

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("key-reused");
  }

  @Test
  void aRetryAfterTheClosingMeetingIsToldWhatWasStored() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    UUID key = UUID.randomUUID();
    String body = CheckupWorld.answer("D01", "in-order", "");
    world.post(expert, path(id, "visit/answers"), body, key).ok();
    world.step(id, expert, "close-meeting", "{}");

    assertThat(world.post(expert, path(id, "visit/answers"), body, key).status()).isEqualTo(200);
    assertThat(world.post(expert, path(id, "visit/answers"), body).code())
        .isEqualTo("visit-not-in-progress");
  }

  @Test
  void withdrawalDeletesWhatWasSaidAndLeavesAReceipt() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    answer(expert, id, "看到的情况").ok();
    answer(expert, id, "再看一次").ok();

    world.step(id, world.director, "withdraw", "{}");

    assertThat(count("sealed.statement", id)).isZero();
    assertThat(
            vault
                .jdbc()
                .sql(
                    "select reason || ' ' || statements from sealed.destruction where checkup_id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo("withdrawn 2");
    assertThat(world.get(world.director, path(id, "access")).ok().tree().findValuesAsString("what"))
        .containsExactly("pledge-signed", "answer-written", "answer-written", "key-destroyed");
  }

  @Test
  void afterTheClosingMeetingNothingIsWithdrawn() {
    Account expert = world.newExpert();
    UUID id = world.closing(expert);

    assertThat(world.post(world.director, path(id, "withdraw"), "{}").status()).isEqualTo(409);
    assertThat(count("sealed.report", id)).isEqualTo(1);
  }

  @Test
  void theReportIsDeletedWhenItsTimeIsOverAndNotASecondBefore() {
    Account expert = world.newExpert();
    UUID id = world.closed(expert);
    Duration kept = Duration.ofDays(policy.reportKeptDays());

    try {
      clock.advance(kept);
      retention.destroyWhatIsOver();
      assertThat(world.get(world.director, path(id, "report")).status()).isEqualTo(200);

      clock.advance(Duration.ofSeconds(1));
      retention.destroyWhatIsOver();
      retention.destroyWhatIsOver();
    } finally {
      clock.advance(kept.plusSeconds(1).negated());
    }

    CheckupWorld.Answer gone = world.get(world.director, path(id, "report"));
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.code()).isEqualTo("report-deleted");
    assertThat(world.get(world.director, path(id, "visit")).status()).isEqualTo(410);
    assertThat(count("sealed.destruction", id)).isEqualTo(1);
  }

  @Test
  void everyRecordCarriesTheOnePurpose() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    answer(expert, id, "看到的情况").ok();
    world.step(id, expert, "close-meeting", "{}");

    for (String table : List.of("sealed.statement", "sealed.report")) {
      assertThat(
              database
                  .administrator()
                  .sql("select distinct purpose from " + table + " where checkup_id = :id")
                  .param("id", id)
                  .query(String.class)
                  .list())
          .containsExactly("voluntary_service");
    }
  }

  private CheckupWorld.Answer answer(Account expert, UUID id, String note) {
    return world.post(
        expert, path(id, "visit/answers"), CheckupWorld.answer("S06", "improvement", note));
  }

  private int count(String table, UUID checkupId) {
    return database
        .administrator()
        .sql("select count(*) from " + table + " where checkup_id = :id")
        .param("id", checkupId)
        .query(Integer.class)
        .single();
  }
}
