package org.tijian.inspection.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.time.Duration;
import java.time.Instant;
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

/**
 * Several experts on one visit: booked together, all of them with the key, changed until it begins.
 */
@CheckupServer
class TeamTests {
  private static final Duration THREE_HOURS = Duration.ofHours(3);

  @Autowired private CheckupWorld world;
  @Autowired private VaultDatabase vault;
  @Autowired private VaultTestDatabase database;

  @Test
  void everyExpertOfTheTeamReadsAndWritesAndNobodyElse() {
    List<Account> team = experts(3);
    UUID id = scheduled(team, world.freeMorning());
    world.pledged(id, team.toArray(Account[]::new));
    world.step(id, team.get(1), "start", "{}");

    for (Account expert : team) {
      String body = CheckupWorld.answer("S06", "improvement", "甲" + expert.username());
      world.post(expert, path(id, "visit/answers"), body).ok();
    }

    for (Account reader : List.of(team.get(0), team.get(2), world.director)) {
      assertThat(world.get(reader, path(id, "visit")).ok().body())
          .contains(team.stream().map(Account::username).toList());
    }
    assertThat(world.get(world.otherExpert, path(id, "visit")).status()).isEqualTo(403);
  }

  @Test
  void theLeadStandsFirst() {
    List<Account> team = experts(3);

    JsonNode seen = see(scheduled(team, world.freeMorning()));

    assertThat(seen.path("appointment").path("experts").findValuesAsString("id"))
        .containsExactlyElementsOf(team.stream().map(expert -> expert.id().toString()).toList());
  }

  @Test
  void theWholeTeamIsBookedOrNobody() {
    List<Account> team = experts(3);
    Instant startsAt = world.freeMorning();
    scheduled(List.of(team.get(2)), startsAt);

    UUID id = world.accepted();
    CheckupWorld.Answer refused =
        world.post(world.office, path(id, "schedule"), body(team, startsAt));

    assertThat(refused.code()).isEqualTo("expert-booked");
    assertThat(refused.tree().path("message").path("en").asString())
        .contains(team.get(2).name().en());
    assertThat(see(id).path("state").asString()).isEqualTo("Accepted");
    scheduled(team.subList(0, 2), startsAt);
  }

  @Test
  void aTeamOfNoneOfSixOrWithOneExpertTwiceIsRefused() {
    UUID id = world.accepted();
    Account one = world.newExpert();

    for (List<Account> team : List.of(List.<Account>of(), experts(6), List.of(one, one))) {
      CheckupWorld.Answer refused =
          world.post(world.office, path(id, "schedule"), body(team, world.freeMorning()));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.tree().path("field").asString()).isEqualTo("expertIds");
    }
  }

  @Test
  void theDatabaseRefusesATeamThatComesAtTwoTimes() {
    UUID id = world.accepted();
    Instant startsAt = world.freeMorning();

    assertThatThrownBy(
            () ->
                vault
                    .transaction()
                    .executeWithoutResult(
                        tx -> {
                          insert(id, 1, startsAt);
                          insert(id, 2, startsAt.plus(THREE_HOURS));
                        }))
        .rootCause()
        .hasMessageContaining("a team comes at one time");
    assertThatThrownBy(() -> insert(id, 2, startsAt))
        .rootCause()
        .hasMessageContaining("has a lead");
  }

  @Test
  void anAppointmentIsChangedWithAReasonThatStaysInTheHistory() {
    List<Account> team = experts(2);
    Instant startsAt = world.freeMorning();
    UUID id = scheduled(team, startsAt);
    Instant later = world.freeMorning();

    assertThat(reschedule(id, team, later, "").tree().path("field").asString()).isEqualTo("reason");
    assertThat(reschedule(id, team, startsAt, "无").code()).isEqualTo("nothing-changed");
    reschedule(id, List.of(team.get(1), team.get(0)), later, "1号机组停机").ok();

    JsonNode seen = see(id);
    JsonNode newest = seen.path("history").path(3);
    assertThat(seen.path("history").findValuesAsString("state"))
        .containsExactly("Requested", "Accepted", "Scheduled", "Scheduled");
    assertThat(newest.path("change").path("reason").asString()).isEqualTo("1号机组停机");
    assertThat(newest.path("change").path("startsAt").asString()).isEqualTo(startsAt.toString());
    assertThat(seen.path("appointment").path("startsAt").asString()).isEqualTo(later.toString());
    assertThat(seen.path("appointment").path("experts").path(0).path("id").asString())
        .isEqualTo(team.get(1).id().toString());
    scheduled(team, startsAt);
  }

  @Test
  void anAppointmentStandsOnceTheVisitHasBegun() {
    Account expert = world.newExpert();
    UUID id = world.inProgress(expert);

    assertThat(reschedule(id, experts(1), world.freeMorning(), "晚了").code()).isEqualTo("moved-on");
  }

  @Test
  void whoLeavesTheTeamHoldsNoKeyAndWhoComesDoes() {
    List<Account> team = experts(3);
    UUID id = scheduled(team.subList(0, 2), world.freeMorning());
    UUID before = keyId(id);

    reschedule(id, team.subList(1, 3), world.freeMorning(), "甲生病").ok();
    world.pledged(id, team.get(2));

    assertThat(keyId(id)).isNotEqualTo(before);
    assertThat(holders(id))
        .contains(team.get(1).id(), team.get(2).id())
        .doesNotContain(team.get(0).id());
    assertThat(world.get(team.get(0), path(id, "")).status()).isEqualTo(403);
    world.get(team.get(2), path(id, "visit")).ok();
    assertThat(whatHappened(id)).contains("key-ended");
  }

  /** Nobody's session may hold a key of the visit when the office changes its team. */
  @Test
  void whoComesWaitsForADirectorsSessionOnceTheKeyHasSealedSomething() {
    List<Account> team = experts(2);
    UUID id = scheduled(team.subList(0, 1), world.freeMorning());
    UUID before = keyId(id);
    sealSomething(id);

    reschedule(id, team.subList(1, 2), world.freeMorning(), "换人").ok();
    world.pledged(id, team.get(1));
    assertThat(keyId(id)).isEqualTo(before);
    assertThat(holders(id)).doesNotContain(team.get(0).id());
    assertThat(world.get(team.get(1), path(id, "visit")).code()).isEqualTo("key-waiting");

    world.signOut(world.director);
    world.get(world.director, "/api/checkups").ok();

    assertThat(holdersOfACopy(id)).contains(team.get(1).id()).doesNotContain(team.get(0).id());
    assertThat(whatHappened(id)).contains("key-ended", "key-granted");
  }

  /** Whatever the order: of three visits the middle one is broken. */
  @Test
  void aVisitWhoseKeyDoesNotOpenKeepsNoOtherFromItsPeople() {
    List<UUID> visits = Stream.generate(this::waiting).limit(3).toList();
    breakCopyOfDirector(visits.get(1));

    world.signOut(world.director);
    world.get(world.director, "/api/checkups").ok();

    assertThat(visits).filteredOn(this::isWaiting).containsExactly(visits.get(1));
  }

  /** A visit whose new expert waits for a director's session. */
  private UUID waiting() {
    List<Account> team = experts(2);
    UUID id = scheduled(team.subList(0, 1), world.freeMorning());
    sealSomething(id);
    reschedule(id, team.subList(1, 2), world.freeMorning(), "换人").ok();
    return id;
  }

  private boolean isWaiting(UUID id) {
    return database
        .administrator()
        .sql(
            """
            select g.wrapped is null from sealed.key_grant g
              join appointment a on a.checkup_id = g.checkup_id and a.expert_id = g.account_id
             where g.checkup_id = :id
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  private void breakCopyOfDirector(UUID id) {
    database
        .administrator()
        .sql(
            "update sealed.key_grant set wrapped = sha256(wrapped) where checkup_id = :id and account_id = :director")
        .param("id", id)
        .param("director", world.director.id())
        .update();
  }

  @Test
  void theTeamsKeysCannotBeBroughtInLineOnceTheVisitHasBegun() {
    UUID id = world.inProgress(world.newExpert());

    assertThatThrownBy(
            () ->
                vault
                    .jdbc()
                    .sql("select sealed.follow_team(:visit, now())")
                    .param("visit", id)
                    .query()
                    .singleRow())
        .rootCause()
        .hasMessageContaining("before its visit begins");
  }

  private List<Account> experts(int count) {
    return Stream.generate(world::newExpert).limit(count).toList();
  }

  private UUID scheduled(List<Account> team, Instant startsAt) {
    return world.step(world.accepted(), world.office, "schedule", body(team, startsAt));
  }

  private static String body(List<Account> team, Instant startsAt) {
    return schedule(team, startsAt, startsAt.plus(THREE_HOURS));
  }

  private CheckupWorld.Answer reschedule(
      UUID id, List<Account> team, Instant startsAt, String reason) {
    String body =
        body(team, startsAt).replaceFirst("}$", ", \"reason\": \"%s\"}".formatted(reason));
    return world.post(world.office, path(id, "reschedule"), body);
  }

  private JsonNode see(UUID id) {
    return world.get(world.office, path(id, "")).ok().tree();
  }

  private List<String> whatHappened(UUID id) {
    return world
        .get(world.director, path(id, "access"))
        .ok()
        .tree()
        .path("entries")
        .findValuesAsString("what");
  }

  private UUID keyId(UUID id) {
    return database
        .administrator()
        .sql("select id from sealed.visit_key where checkup_id = :id")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  private List<UUID> holders(UUID id) {
    return database
        .administrator()
        .sql("select account_id from sealed.key_grant where checkup_id = :id")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  private List<UUID> holdersOfACopy(UUID id) {
    return database
        .administrator()
        .sql(
            "select account_id from sealed.key_grant where checkup_id = :id and wrapped is not null")
        .param("id", id)
        .query(UUID.class)
        .list();
  }

  private void sealSomething(UUID id) {
    database
        .administrator()
        .sql(
            "insert into sealed.file (id, checkup_id, account_id, written_at, sealed) values (:file, :id, :by, now(), '')")
        .param("file", UUID.randomUUID())
        .param("id", id)
        .param("by", world.director.id())
        .update();
  }

  private void insert(UUID id, int place, Instant startsAt) {
    vault
        .jdbc()
        .sql(
            """
            insert into appointment (checkup_id, expert_id, place, during)
            values (:id, gen_random_uuid(), :place, tstzrange(:at, :at + interval '3 hours'))
            """)
        .param("id", id)
        .param("place", place)
        .param("at", startsAt.atOffset(java.time.ZoneOffset.UTC))
        .update();
  }
}
