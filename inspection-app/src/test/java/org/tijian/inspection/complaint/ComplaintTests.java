package org.tijian.inspection.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import tools.jackson.databind.JsonNode;

@CheckupServer
class ComplaintTests {
  private static final String TEXT = "专家提前离开-投诉-4712";
  private static final String ANSWER = "已与专家沟通-答复-4713";

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;

  @Test
  void reachesTheGatekeepersAndIsAnsweredWithinFifteenWorkingDays() {
    JsonNode own = complain(world.director, TEXT).ok().tree().path(0);
    assertThat(own.path("text").asString()).isEqualTo(TEXT);
    assertThat(own.path("answerBy").asString()).isGreaterThan("2026-12-13");

    String id = own.path("id").asString();
    for (Account gatekeeper : List.of(world.gatekeeper, world.otherGatekeeper)) {
      assertThat(list(gatekeeper).ok().body()).contains(TEXT);
    }
    answer(world.gatekeeper, id, ANSWER).ok();
    assertThat(answer(world.otherGatekeeper, id, "x").code()).isEqualTo("answered-before");

    assertThat(list(world.director).ok().body()).contains(ANSWER);
  }

  @Test
  void nobodyElseSeesThatThereIsOne() {
    String id = complain(world.director, TEXT).ok().tree().path(0).path("id").asString();

    for (Account other : List.of(world.office, world.expert, world.otherExpert)) {
      assertThat(list(other).status()).as(other.username()).isEqualTo(403);
      assertThat(answer(other, id, "x").status()).as(other.username()).isEqualTo(403);
    }
    assertThat(list(world.foreignDirector).ok().body()).doesNotContain(TEXT, id);
    assertThat(answer(world.director, id, "x").status()).isEqualTo(403);
    assertThat(answer(world.gatekeeper, UUID.randomUUID().toString(), "x").body())
        .isEqualTo(answer(world.office, id, "x").body());
  }

  @Test
  void itLiesSealedInTheDatabase() {
    complain(world.director, TEXT).ok();

    assertThat(
            vault
                .jdbc()
                .sql("select encode(sealed, 'escape') from complaint_copy")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(copy -> copy.contains("4712"));
  }

  @Test
  void aPageHoldsFiftyAndTheNextGoesOnBeforeItsLast() {
    for (int i = 0; i < 51; i++) {
      complain(world.director, TEXT).ok();
    }

    List<String> first = ids(world.get(world.gatekeeper, "/api/complaints"));
    List<String> next = ids(world.get(world.gatekeeper, "/api/complaints?before=" + first.get(49)));

    assertThat(first).hasSize(50).doesNotHaveDuplicates();
    assertThat(next).isNotEmpty().doesNotContainAnyElementsOf(first);
  }

  private static List<String> ids(CheckupWorld.Answer answer) {
    return answer.ok().tree().valueStream().map(each -> each.path("id").asString()).toList();
  }

  private CheckupWorld.Answer complain(Account account, String text) {
    return world.post(account, "/api/complaints", "{\"text\": \"%s\"}".formatted(text));
  }

  private CheckupWorld.Answer answer(Account account, String id, String text) {
    return world.post(
        account, "/api/complaints/%s/answer".formatted(id), "{\"text\": \"%s\"}".formatted(text));
  }

  private CheckupWorld.Answer list(Account account) {
    return world.get(account, "/api/complaints");
  }
}
