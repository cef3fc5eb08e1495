package org.tijian.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.answer;
import static org.tijian.inspection.testing.CheckupWorld.path;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

@CheckupServer
class VisitTests {
  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;

  @Test
  void theExpertPreparesWithAnEmptyChecklist() {
    Account expert = world.newExpert();

    JsonNode visit = world.get(expert, path(world.scheduled(expert), "visit")).ok().tree();

    assertThat(visit.path("items").findValuesAsString("part").stream().distinct())
        .containsExactly("documents", "on-site", "data");
    assertThat(visit.path("items").path(0).path("answer").isNull()).isTrue();
    assertThat(visit.path("items").path(0).path("lookFor").path("zh").asString()).isNotBlank();
    assertThat(visit.path("advice")).isEmpty();
    assertThat(visit.path("checkup").path("may").toString()).isEqualTo("[\"start\",\"visit\"]");
  }

  @Test
  void factorsBesideAnItemAreThoseThatTheOutletMeasures() {
    Account expert = world.newExpert();

    JsonNode visit = world.get(expert, path(world.scheduled(expert), "visit")).ok().tree();

    assertThat(item(visit, "S20").path("factors").toString()).isEqualTo("[\"a21002\"]");
    assertThat(item(visit, "S13").path("factors")).isEmpty();
  }

  @Test
  void theNewestAnswerIsShownAndTheEarlierOnesStay() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);
    say(expert, id, answer("S06", "suspected-problem", "探头温度 20 ℃"));
    say(expert, id, answer("S06", "improvement", "已当场修复"));

    JsonNode shown =
        item(world.get(world.director, path(id, "visit")).ok().tree(), "S06").path("answer");

    assertThat(shown.path("result").asString()).isEqualTo("improvement");
    assertThat(shown.path("note").asString()).isEqualTo("已当场修复");
    assertThat(shown.path("provenance").asString()).isEqualTo("observed-in-visit");
    assertThat(shown.path("by").path("en").asString()).isEqualTo(expert.name().en());
    assertThat(
            database
                .administrator()
                .sql("select count(*) from sealed.statement where checkup_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void adviceIsTheExpertsOpinionAndMayBelongToAnItem() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    JsonNode advice =
        world
            .post(
                expert,
                path(id, "visit/advice"),
                "{\"title\": \" 伴热 \", \"text\": \"修复加热器\\n并设置报警\", \"itemId\": \"S06\"}")
            .ok()
            .tree();

    assertThat(advice.path("title").asString()).isEqualTo("伴热");
    assertThat(advice.path("text").asString()).isEqualTo("修复加热器\n并设置报警");
    assertThat(advice.path("itemId").asString()).isEqualTo("S06");
    assertThat(advice.path("provenance").asString()).isEqualTo("expert-opinion");
    assertThat(world.get(expert, path(id, "visit")).ok().tree().path("advice").path(0))
        .isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          answers | {"itemId": "D99", "result": "in-order", "note": ""}  | itemId
          answers | {"itemId": "D01", "result": "guilty", "note": ""}    | result
          answers | {"result": "in-order"}                               | itemId
          advice  | {"title": " ", "text": "b"}                          | title
          advice  | {"title": "a"}                                       | text
          advice  | {"title": "a", "text": "b", "itemId": "D99"}         | itemId
          """)
  void whatCannotBeStoredIsRefusedByName(String route, String body, String field) {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    CheckupWorld.Answer refused = world.post(expert, path(id, "visit/" + route), body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree().path("field").asString()).isEqualTo(field);
  }

  @Test
  void theOutletsOfAnOpenVisitAreOpenToItsExpertUntilTheEnd() {
    Account expert = world.newExpert();
    String outlet = "/api/outlets/" + world.outlet.id() + "/self-check";
    UUID id = world.accepted();
    assertThat(world.get(expert, outlet).status()).isEqualTo(403);

    world.step(id, world.office, "schedule", CheckupWorld.schedule(expert, world.freeMorning()));
    world.pledged(id, expert);
    assertThat(world.get(expert, outlet).status()).isEqualTo(200);
    world.step(id, expert, "start", "{}");
    world.step(id, expert, "close-meeting", "{}");
    assertThat(world.get(expert, outlet).status()).isEqualTo(200);

    world.step(id, world.director, "receive", "{}");
    assertThat(world.get(expert, outlet).status()).isEqualTo(403);
  }

  private void say(Account expert, UUID id, String answer) {
    world.post(expert, path(id, "visit/answers"), answer).ok();
  }

  private static JsonNode item(JsonNode visit, String itemId) {
    for (JsonNode item : visit.path("items")) {
      if (item.path("id").asString().equals(itemId)) {
        return item;
      }
    }
    throw new AssertionError("no item " + itemId);
  }
}
