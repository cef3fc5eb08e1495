package org.tijian.inspection.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** What can be said to an improvement item, by whom and when. */
@CheckupServer
class FollowUpStepTests {
  private static final byte[] PDF = "%PDF-1.7 改进凭证标识-2207".getBytes(StandardCharsets.UTF_8);

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private ReminderRounds rounds;
  @Autowired private TestClock clock;

  @Test
  void anItemGoesFromOpenToProofToClosedByTheDirectorWithAReason() {
    UUID id = received();
    String item = item(id, 0).path("adviceId").asString();
    assertThat(item(id, 0).path("state").asString()).isEqualTo("open");

    step(world.director, id, item, "owner", "仪表班 示例").ok();
    step(world.director, id, item, "proof", "已更换滤芯").ok();
    assertThat(item(id, 0).path("state").asString()).isEqualTo("proof-given");
    assertThat(step(world.director, id, item, "close", "").tree().path("field").asString())
        .isEqualTo("text");
    step(world.director, id, item, "close", "已复核").ok();

    assertThat(item(id, 0).path("state").asString()).isEqualTo("closed");
    assertThat(item(id, 0).path("owner").asString()).isEqualTo("仪表班 示例");
    assertThat(step(world.director, id, item, "close", "再次").code()).isEqualTo("item-settled");
    step(world.director, id, item, "reopen", "").ok();
    assertThat(item(id, 0).path("state").asString()).isEqualTo("open");
  }

  @Test
  void theExpertMarksWhatWasFixedOnTheSpotUntilTheReportIsReceived() {
    UUID id = advised();
    String item = item(id, 0).path("adviceId").asString();

    step(world.expert, id, item, "on-the-spot", "").ok();
    assertThat(item(id, 0).path("state").asString()).isEqualTo("fixed-on-the-spot");
    assertThat(step(world.director, id, item, "done", "").tree().path("field").asString())
        .isEqualTo("action");
    assertThat(step(world.expert, id, item, "owner", "x").tree().path("field").asString())
        .isEqualTo("action");

    world.step(id, world.director, "receive", "{}");
    assertThat(step(world.expert, id, item, "done", "").code()).isEqualTo("visit-over");
  }

  @Test
  void nobodySaysThatReadingsProvedSomething() {
    UUID id = received();
    String item = item(id, 0).path("adviceId").asString();

    assertThat(step(world.director, id, item, "done-by-data", "").status()).isEqualTo(400);
    assertThat(item(id, 0).path("state").asString()).isEqualTo("open");
  }

  @Test
  void aPaperIsKeptSealedAndComesBackAsItWas() {
    UUID id = received();
    String item = item(id, 0).path("adviceId").asString();
    UUID key = UUID.randomUUID();

    upload(world.director, id, item, PDF, key).ok();
    upload(world.director, id, item, PDF, key).ok();

    JsonNode steps = item(id, 0).path("steps");
    assertThat(steps.size()).isOne();
    assertThat(steps.path(0).path("file").path("mediaType").asString())
        .isEqualTo("application/pdf");
    assertThat(world.bytes(world.director, path(id, "/files/" + key))).isEqualTo(PDF);
    assertThat(world.get(world.foreignDirector, path(id, "/files/" + key)).status()).isEqualTo(403);
    assertThat(world.get(world.director, CheckupWorld.path(id, "visit")).ok().status())
        .isEqualTo(200);
    byte[] script = "<script>".getBytes(StandardCharsets.UTF_8);
    assertThat(upload(world.director, id, item, script, null).tree().path("field").asString())
        .isEqualTo("file");
    assertThat(upload(world.office, id, item, PDF, null).status()).isEqualTo(403);
    int limit = ProofFiles.LIMIT.bytes();
    CheckupWorld.Answer tooLarge =
        upload(world.director, id, item, Arrays.copyOf(PDF, limit + 1), null);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.body()).contains("too-large", "证明文件过大", "10,000,001", "10,000,000");
    upload(world.director, id, item, Arrays.copyOf(PDF, limit), null).ok();
  }

  @Test
  void aRowTellsNothingOfWhatWasSaid() {
    UUID id = received();
    step(world.director, id, item(id, 0).path("adviceId").asString(), "close", "理由").ok();

    assertThat(
            vault
                .jdbc()
                .sql(
                    "select distinct what from sealed.entry where chain = :id and what like '%up%'")
                .param("id", id)
                .query(String.class)
                .list())
        .containsExactly("follow-up-written");
  }

  @Test
  void itIsCompleteWhenEveryItemIsSettled() {
    UUID id = advised();
    assertThat(complete(world.director, id).code()).isEqualTo("not-received-yet");
    world.step(id, world.director, "receive", "{}");

    assertThat(complete(world.director, id).code()).isEqualTo("items-open");
    step(world.director, id, item(id, 0).path("adviceId").asString(), "close", "已完成").ok();
    assertThat(complete(world.foreignDirector, id).status()).isEqualTo(403);
    assertThat(complete(world.office, id).status()).isEqualTo(403);

    assertThat(complete(world.director, id).ok().tree().path("completedAt").isNull()).isFalse();
    assertThat(complete(world.director, id).code()).isEqualTo("completed-before");
  }

  @Test
  void aReminderIsADayThatThePersonChose() {
    UUID id = received();

    assertThat(remind(id, "\"2020-01-01\"").tree().path("field").asString()).isEqualTo("day");
    LocalDate day = today().plusMonths(1);
    assertThat(remind(id, "\"%s\"".formatted(day)).ok().tree().path("reminder").asString())
        .isEqualTo(day.toString());
    assertThat(remind(id, "null").ok().tree().path("reminder").isNull()).isTrue();
  }

  /** Told once, and nothing but number, day and path. */
  @Test
  void whoAskedForItIsRemindedOnce() {
    UUID id = received();
    LocalDate day = today();
    remind(id, "\"%s\"".formatted(day)).ok();

    rounds.remind();
    rounds.remind();

    String number =
        world.get(world.director, CheckupWorld.path(id, "")).ok().tree().path("number").asString();
    List<String> told =
        vault
            .jdbc()
            .sql("select text_zh || path from notice where key like :key")
            .param("key", "checkup/" + number + "/follow-up/%")
            .query(String.class)
            .list();
    assertThat(told).containsExactly("您请求在 %s 提醒您查看改进跟踪。/checkups/%s/follow-up".formatted(day, id));
    assertThat(
            world.get(world.director, path(id, "/overview")).ok().tree().path("reminder").isNull())
        .isTrue();
  }

  /** Other classes on the same clock have moved it on. */
  private LocalDate today() {
    return BeijingTime.dateOf(clock.instant());
  }

  private CheckupWorld.Answer remind(UUID id, String day) {
    return world.post(world.director, path(id, "/reminder"), "{\"day\": %s}".formatted(day));
  }

  private UUID advised() {
    UUID id = world.inProgress(world.expert);
    world
        .post(
            world.expert, CheckupWorld.path(id, "visit/advice"), CheckupWorld.advice("滤芯", "每月更换"))
        .ok();
    return world.step(id, world.expert, "close-meeting", "{}");
  }

  private UUID received() {
    return world.step(advised(), world.director, "receive", "{}");
  }

  private JsonNode item(UUID id, int index) {
    return world.get(world.director, path(id, "")).ok().tree().path(index);
  }

  private CheckupWorld.Answer complete(Account account, UUID id) {
    return world.post(account, path(id, "/complete"), "{}");
  }

  private CheckupWorld.Answer step(
      Account account, UUID id, String item, String action, String text) {
    return world.post(
        account,
        path(id, "/steps"),
        "{\"adviceId\": \"%s\", \"action\": \"%s\", \"text\": \"%s\"}"
            .formatted(item, action, text));
  }

  private CheckupWorld.Answer upload(
      Account account, UUID id, String item, byte[] content, @Nullable UUID key) {
    return world.send(
        account,
        post(path(id, "/files"))
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header("Tijian-Item", item)
            .header("Idempotency-Key", key == null ? UUID.randomUUID() : key)
            .content(content));
  }

  private static String path(UUID id, String rest) {
    return CheckupWorld.path(id, "follow-up" + rest);
  }
}
