package org.tijian.inspection.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class FollowUpTests {
  @Autowired private CheckupWorld world;

  @Test
  void aDissentStaysWithItsAdvice() {
    UUID id = advised();
    String advice = advice(id);

    dissent(world.director, id, advice, "我们已经每周更换").ok();
    world.step(id, world.director, "receive", "{}");

    JsonNode standing = followUp(id).path(0);
    assertThat(standing.path("adviceId").asString()).isEqualTo(advice);
    assertThat(standing.path("dissents").path(0).path("text").asString()).isEqualTo("我们已经每周更换");
    assertThat(standing.path("dissents").path(0).path("by").path("en").asString())
        .isEqualTo("Example director");
  }

  @Test
  void aDateIsMovedLaterOnlyWithAnInterimMeasure() {
    UUID id = advised();
    String advice = advice(id);
    date(id, advice, "2026-12-31", "").ok();

    assertThat(date(id, advice, "2027-01-31", "").code()).isEqualTo("interim-measure-needed");
    date(id, advice, "2026-12-15", "").ok();
    date(id, advice, "2027-01-31", "每天人工吹扫").ok();

    JsonNode dates = followUp(id).path(0).path("dates");
    assertThat(dates.size()).isEqualTo(3);
    assertThat(dates.path(2).path("interim").asString()).isEqualTo("每天人工吹扫");
  }

  /** An answer that got lost is asked for again with the same key. */
  @Test
  void theSameWordsSentAgainAreKeptOnce() {
    UUID id = advised();
    String advice = advice(id);
    UUID key = UUID.randomUUID();
    String body = "{\"adviceId\": \"%s\", \"text\": \"不同意\"}".formatted(advice);

    world.post(world.director, path(id, "/dissents"), body, key).ok();
    world.post(world.director, path(id, "/dissents"), body, key).ok();

    assertThat(followUp(id).path(0).path("dissents").size()).isOne();
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    UUID id = advised();
    String advice = advice(id);

    assertThat(date(id, advice, "2020-01-01", "").tree().path("field").asString())
        .isEqualTo("date");
    assertThat(date(id, advice, "soon", "").tree().path("field").asString()).isEqualTo("date");
    assertThat(date(id, UUID.randomUUID().toString(), "2026-12-31", "").tree().path("field"))
        .hasToString("\"adviceId\"");
    assertThat(dissent(world.director, id, advice, " ").tree().path("field").asString())
        .isEqualTo("text");
  }

  @Test
  void nobodyElseWritesOrReadsIt() {
    UUID id = advised();
    String advice = advice(id);

    for (Account other :
        new Account[] {
          world.expert, world.otherExpert, world.office, world.gatekeeper, world.foreignDirector
        }) {
      assertThat(dissent(other, id, advice, "x").status()).as(other.username()).isEqualTo(403);
    }
    for (Account other :
        new Account[] {world.otherExpert, world.office, world.gatekeeper, world.foreignDirector}) {
      assertThat(world.get(other, path(id, "")).status()).as(other.username()).isEqualTo(403);
    }
  }

  @Test
  void nothingIsSaidBeforeThereIsAReport() {
    UUID id = world.inProgress(world.expert);

    assertThat(dissent(world.director, id, UUID.randomUUID().toString(), "x").code())
        .isEqualTo("no-report-yet");
  }

  private UUID advised() {
    UUID id = world.inProgress(world.expert);
    world
        .post(
            world.expert, CheckupWorld.path(id, "visit/advice"), CheckupWorld.advice("滤芯", "每月更换"))
        .ok();
    return world.step(id, world.expert, "close-meeting", "{}");
  }

  private String advice(UUID id) {
    return world
        .get(world.director, CheckupWorld.path(id, "report"))
        .ok()
        .tree()
        .path("advice")
        .path(0)
        .path("id")
        .asString();
  }

  private JsonNode followUp(UUID id) {
    return world.get(world.director, path(id, "")).ok().tree();
  }

  private CheckupWorld.Answer dissent(Account account, UUID id, String advice, String text) {
    return world.post(
        account,
        path(id, "/dissents"),
        "{\"adviceId\": \"%s\", \"text\": \"%s\"}".formatted(advice, text));
  }

  private CheckupWorld.Answer date(UUID id, String advice, String date, String interim) {
    return world.post(
        world.director,
        path(id, "/dates"),
        "{\"adviceId\": \"%s\", \"date\": \"%s\", \"interim\": \"%s\"}"
            .formatted(advice, date, interim));
  }

  private static String path(UUID id, String rest) {
    return CheckupWorld.path(id, "follow-up" + rest);
  }
}
