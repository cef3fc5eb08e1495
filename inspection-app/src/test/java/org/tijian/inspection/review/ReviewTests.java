package org.tijian.inspection.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

/** The desk review is there by itself, and the enterprise is asked once. */
@CheckupServer
class ReviewTests {
  @Autowired private CheckupWorld world;

  @Test
  void isThereAsSoonAsTheVisitIsArrangedForBothSidesAndNobodyElse() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);

    JsonNode review = world.get(expert, path(visit, "review")).ok().tree();

    assertThat(review.path("outlets").get(0).path("factors").get(0).path("code").asString())
        .isEqualTo("a21002");
    assertThat(review.path("checks").get(0).path("outletId").asLong()).isEqualTo(world.outlet.id());
    assertThat(world.get(world.director, path(visit, "review")).ok().tree().path("checks"))
        .isEqualTo(review.path("checks"));
    for (Account stranger : List.of(world.office, world.gatekeeper, world.foreignDirector)) {
      assertThat(world.get(stranger, path(visit, "review")).status()).isEqualTo(403);
    }
    assertThat(
            world.get(world.director, path(visit, "access")).ok().tree().findValuesAsString("what"))
        .contains("review-read");
  }

  @Test
  void suggestsTheItemsThatSpeakOfTheOutletsEachWithItsReason() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);

    JsonNode list = world.get(expert, path(visit, "review")).ok().tree().path("checklist");

    // The outlet measures NOx alone, extractive and with span gas: no velocity, no flow.
    assertThat(list.path("items").findValuesAsString("id"))
        .contains("D01", "S07", "S20")
        .doesNotContain("S13", "T05");
    assertThat(list.path("others").findValuesAsString("id")).containsExactly("S13", "T05");
    for (JsonNode item : list.path("items")) {
      assertThat(item.path("because").path("zh").asString()).isNotBlank();
    }
    JsonNode line =
        list.path("items")
            .valueStream()
            .filter(item -> item.path("id").asString().equals("S07"))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("because").path("en").asString()).contains("DA001", "extractive");
  }

  @Test
  void theVisitAsksTheApplicableItemsFirst() {
    Account expert = world.newExpert();
    UUID visit = world.inProgress(expert);

    List<JsonNode> onSite =
        world
            .get(expert, path(visit, "visit"))
            .ok()
            .tree()
            .path("items")
            .valueStream()
            .filter(item -> item.path("part").asString().equals("on-site"))
            .toList();

    assertThat(onSite.get(onSite.size() - 1).path("id").asString()).isEqualTo("S13");
    assertThat(onSite.get(onSite.size() - 1).path("applies").asBoolean()).isFalse();
    assertThat(onSite.subList(0, onSite.size() - 1))
        .allSatisfy(item -> assertThat(item.path("applies").asBoolean()).isTrue());
  }

  @Test
  void theEnterpriseSeesTheQuestionsWhenTheyAreSentAsOneListAndAnswersThem() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    ask(expert, visit, "2号探头何时更换？").ok();
    ask(expert, visit, "标气供应商是哪一家？").ok();
    assertThat(list(world.director, visit).path("questions")).isEmpty();

    post(expert, visit, "questions/send", "{}", null).ok();

    JsonNode sent = list(world.director, visit);
    assertThat(sent.path("questions").findValuesAsString("text"))
        .containsExactly("2号探头何时更换？", "标气供应商是哪一家？");
    String first = sent.path("questions").get(0).path("id").asString();
    reply(visit, first, "今年三月。").ok();
    reply(visit, first, "今年四月，更正。").ok();
    assertThat(list(expert, visit).path("questions").get(0).path("reply").path("text").asString())
        .isEqualTo("今年四月，更正。");
  }

  @Test
  void asksOnceAndNothingTwice() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    assertThat(post(expert, visit, "questions/send", "{}", null).status()).isEqualTo(400);
    ask(expert, visit, "2号探头何时更换？").ok();

    assertThat(ask(expert, visit, "2号探头，何时更换").status()).isEqualTo(400);
    post(expert, visit, "questions/send", "{}", null).ok();

    assertThat(ask(expert, visit, "还有一个问题？").code()).isEqualTo("questions-sent");
    assertThat(post(expert, visit, "questions/send", "{}", null).code())
        .isEqualTo("questions-sent");
    assertThat(list(world.director, visit).path("questions")).hasSize(1);
  }

  @Test
  void ofManyWhoSendTheListAtTheSameMomentOneDoes() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    ask(expert, visit, "2号探头何时更换？").ok();

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> post(expert, visit, "questions/send", "{}", null).status())
            .toList();

    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
  }

  @Test
  void aQuestionThatWasTakenOffIsNotSentAndARetryAsksOnce() {
    Account expert = world.newExpert();
    UUID visit = world.scheduled(expert);
    UUID key = UUID.randomUUID();
    IntStream.range(0, 3)
        .forEach(i -> post(expert, visit, "questions", question("第一个？"), key).ok());
    ask(expert, visit, "第二个？").ok();
    String first = list(expert, visit).path("questions").get(0).path("id").asString();

    post(expert, visit, "questions/drop", "{\"question\": \"%s\"}".formatted(first), null).ok();
    post(expert, visit, "questions/send", "{}", null).ok();

    assertThat(list(world.director, visit).path("questions").findValuesAsString("text"))
        .containsExactly("第二个？");
  }

  @Test
  void onlyTheExpertAsksAndOnlyTheEnterpriseAnswers() {
    Account expert = world.newExpert();
    UUID visit = world.inProgress(expert);
    ask(expert, visit, "2号探头何时更换？").ok();
    String id = list(expert, visit).path("questions").get(0).path("id").asString();

    assertThat(ask(world.director, visit, "？").status()).isEqualTo(403);
    assertThat(ask(world.otherExpert, visit, "？").status()).isEqualTo(403);
    assertThat(ask(world.office, visit, "？").status()).isEqualTo(403);
    assertThat(reply(visit, id, "还没有收到清单").status()).isEqualTo(400);
    world.step(visit, expert, "close-meeting", "{}");
    assertThat(ask(expert, visit, "太晚了？").code()).isEqualTo("not-preparing");
  }

  private CheckupWorld.Answer ask(Account account, UUID visit, String text) {
    return post(account, visit, "questions", question(text), null);
  }

  private static String question(String text) {
    return "{\"text\": \"%s\", \"itemId\": null}".formatted(text);
  }

  private CheckupWorld.Answer reply(UUID visit, String question, String text) {
    return post(
        world.director,
        visit,
        "replies",
        "{\"question\": \"%s\", \"text\": \"%s\"}".formatted(question, text),
        null);
  }

  private CheckupWorld.Answer post(
      Account account, UUID visit, String rest, String body, @Nullable UUID key) {
    return world.post(account, path(visit, "review/" + rest), body, key);
  }

  private JsonNode list(Account account, UUID visit) {
    return world.get(account, path(visit, "review")).ok().tree().path("questions");
  }
}
