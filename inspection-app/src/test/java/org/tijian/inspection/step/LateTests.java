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
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Accounts;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Late steps are shown to the office's head, counted and one by one, and to nobody else. */
@CheckupServer
class LateTests {
  private static final String LATE = "/api/office/late";
  private static final String PEOPLE = "/api/office/people";

  @Autowired private CheckupWorld world;
  @Autowired private Accounts accounts;
  @Autowired private StepRounds rounds;
  @Autowired private VaultDatabase vault;
  @Autowired private TestClock clock;

  private Instant began;
  private Account head;

  @BeforeEach
  void remember() {
    began = clock.instant();
    head =
        accounts
            .byUsername("head")
            .orElseGet(
                () ->
                    accounts.createOffice(
                        "head", CheckupWorld.PASSWORD, new LocalName("负责人", "Head"), true));
  }

  /** Other tests have the same clock, and an office without a head. */
  @AfterEach
  void turnBack() {
    clock.advance(Duration.between(clock.instant(), began));
    vault.jdbc().sql("update account set head = false where username = 'head'").update();
    world.signOut(head);
    vault
        .jdbc()
        .sql("update account set username = 'head-' || id where username = 'head'")
        .update();
  }

  @Test
  void theHeadSeesWhatIsLateAndWhatWasAndNothingElse() {
    UUID stays = world.requested();
    UUID goes = world.requested();
    clock.advance(Duration.ofDays(10));

    assertThat(numbers()).contains(number(stays), number(goes));
    JsonNode open = find(stays);
    assertThat(open.path("owner").asString()).isEqualTo("office");
    assertThat(open.path("state").asString()).isEqualTo("Requested");
    assertThat(open.path("doneAt").isNull()).isTrue();
    world.step(goes, world.office, "accept", "{}");
    assertThat(find(goes).path("doneAt").isNull()).isFalse();
    JsonNode counted = month("2026-11");
    assertThat(counted.path("late").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(counted.path("promised").asInt())
        .isGreaterThanOrEqualTo(counted.path("late").asInt());
    assertThat(world.get(head, "/api/checkups/%s/visit".formatted(goes)).status()).isEqualTo(403);
  }

  @Test
  void aStepThatIsInTimeIsNotCountedAsLate() {
    UUID id = world.requested();

    assertThat(numbers()).doesNotContain(number(id));
    world.step(id, world.office, "accept", "{}");
    assertThat(numbers()).doesNotContain(number(id));
  }

  @Test
  void pagesGoOnWithoutGapOrRepetition() {
    for (int i = 0; i < 5; i++) {
      world.requested();
    }
    clock.advance(Duration.ofDays(10));
    List<String> all = ids(world.get(head, LATE + "/steps?limit=200").ok().tree());
    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      List<String> page = ids(world.get(head, LATE + "/steps?limit=2" + after).ok().tree());
      paged.addAll(page);
      after = page.isEmpty() ? "" : "&after=" + page.get(page.size() - 1);
    } while (!after.isEmpty() && paged.size() < all.size());

    assertThat(paged).hasSizeGreaterThanOrEqualTo(5).isEqualTo(all);
    assertThat(world.get(head, LATE + "/steps?after=x").tree().path("field").asString())
        .isEqualTo("after");
  }

  @Test
  void nobodyButTheHeadSeesIt() {
    for (Account other : List.of(world.office, world.director, world.expert, world.gatekeeper)) {
      for (String path : List.of(LATE, LATE + "/steps", PEOPLE)) {
        assertThat(world.get(other, path).status()).as("%s %s", other, path).isEqualTo(403);
      }
    }
  }

  @Test
  void theHeadIsToldOfALateStepAndTheRestOfTheOfficeOnlyOfItsOwn() {
    UUID id = world.closing(world.newExpert());
    clock.advance(Duration.ofDays(9));
    rounds.look();

    assertThat(told(head, id)).contains("late");
    assertThat(told(world.office, id)).doesNotContain("late");
    assertThat(told(world.director, id)).contains("late");
  }

  @Test
  void theHeadBringsInPeopleWhoAreNoHeadUnlessTheHeadSaysSo() {
    String body = "{\"username\": \"%s\", \"nameZh\": \"新人\", \"nameEn\": \"New\", \"head\": %s}";
    JsonNode made = world.post(head, PEOPLE, body.formatted("desk.one", "null")).ok().tree();
    world.post(head, PEOPLE, body.formatted("desk.two", "true")).ok();

    assertThat(world.signIn("desk.one", made.path("password").asString())).isNotNull();
    assertThat(accounts.byUsername("desk.one").orElseThrow().head()).isFalse();
    assertThat(accounts.byUsername("desk.two").orElseThrow().head()).isTrue();
    assertThat(accounts.byUsername("desk.one").orElseThrow().role()).isEqualTo(Role.OFFICE);
    assertThat(world.post(head, PEOPLE, body.formatted("desk.one", "null")).status())
        .isEqualTo(400);
    assertThat(world.post(world.office, PEOPLE, body.formatted("desk.three", "true")).status())
        .isEqualTo(403);
    assertThat(world.get(head, PEOPLE).ok().tree().findValuesAsString("username"))
        .contains("head", "desk.one", "desk.two", "office");
    vault.jdbc().sql("update account set head = false where username = 'desk.two'").update();
  }

  private List<String> numbers() {
    return world.get(head, LATE + "/steps?limit=200").ok().tree().findValuesAsString("number");
  }

  private String number(UUID id) {
    return world.get(world.office, "/api/checkups/" + id).ok().tree().path("number").asString();
  }

  private JsonNode find(UUID id) {
    return world
        .get(head, LATE + "/steps?limit=200")
        .ok()
        .tree()
        .valueStream()
        .filter(each -> each.path("checkupId").asString().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode month(String month) {
    return world
        .get(head, LATE)
        .ok()
        .tree()
        .valueStream()
        .filter(each -> each.path("month").asString().equals(month))
        .filter(each -> each.path("owner").asString().equals("office"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(JsonNode steps) {
    return steps.valueStream().map(each -> each.path("id").asString()).toList();
  }

  /** Last words of the keys of what the account was told of a check-up. */
  private List<String> told(Account reader, UUID id) {
    return vault
        .jdbc()
        .sql("select key from notice where account_id = :reader and key like :of")
        .param("reader", reader.id())
        .param("of", "step/%s/%%".formatted(id))
        .query(String.class)
        .list()
        .stream()
        .map(key -> key.substring(key.lastIndexOf('/') + 1))
        .toList();
  }
}
