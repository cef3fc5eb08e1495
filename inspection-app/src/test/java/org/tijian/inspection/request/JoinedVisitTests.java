package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

/** Come once and settle it: several requests of one enterprise, one team, one time, one slip. */
@CheckupServer
class JoinedVisitTests {
  private static final Duration THREE_HOURS = Duration.ofHours(3);

  @Autowired private CheckupWorld world;
  @Autowired private VaultTestDatabase database;

  @Test
  void severalRequestsAreOneVisitWithOneSlipOneLineAndOneEntryInCalendars() {
    List<Account> team = List.of(expert("calibration"), expert("networking"));
    UUID one = world.accepted();
    UUID other = world.accepted();
    assertThat(joinable(one)).contains(other.toString());
    Instant startsAt = world.freeMorning();

    JsonNode seen = join(one, other, team, startsAt).ok().tree();

    assertThat(seen.path("joined").findValuesAsString("id")).containsExactly(other.toString());
    JsonNode mate = world.get(world.director, path(other, "")).ok().tree();
    assertThat(mate.path("appointment")).isEqualTo(seen.path("appointment"));
    assertThat(mate.path("joined").findValuesAsString("number"))
        .containsExactly(seen.path("number").asString());
    JsonNode slip = world.get(world.director, path(one, "slip")).ok().tree();
    assertThat(world.get(world.director, path(other, "slip")).ok().tree()).isEqualTo(slip);
    assertThat(slip.path("joined")).hasSize(1);
    String told =
        world
            .post(
                world.director,
                "/api/entry",
                "{\"token\": \"%s\"}".formatted(slip.path("token").asString()))
            .ok()
            .tree()
            .path("number")
            .asString();
    assertThat(told).contains(number(one), number(other));
    String day = BeijingTime.dateOf(startsAt).toString();
    for (String list : List.of("/api/entries", "/api/appointments")) {
      JsonNode lines =
          world.get(world.office, list + "?from=%s&until=%s".formatted(day, day)).ok().tree();
      assertThat(lines.findValuesAsString("number"))
          .as(list)
          .filteredOn(line -> line.contains(number(one)) || line.contains(number(other)))
          .containsExactly(told);
    }
    assertThat(calendarEntries(one, other)).isEqualTo(1);
  }

  /** Nothing of the seal is joined: a key and a record each, for the same people. */
  @Test
  void eachCheckupKeepsItsKeyAndItsRecordAndAllExpertsOfTheTeamHoldBoth() {
    List<Account> team = List.of(expert("calibration"), expert("networking"));
    UUID one = world.accepted();
    UUID other = world.accepted();
    join(one, other, team, world.freeMorning()).ok();

    assertThat(keyIds(one, other)).hasSize(2);
    for (UUID id : List.of(one, other)) {
      assertThat(holders(id)).contains(team.get(0).id(), team.get(1).id(), world.director.id());
    }
    world.pledged(one, team.toArray(Account[]::new));
    for (UUID id : List.of(one, other)) {
      JsonNode signed = world.get(world.director, path(id, "pledges")).ok().tree().path("signed");
      assertThat(signed).as("one signature opens all of the visit").hasSize(2);
      assertThat(
              world.get(world.director, path(id, "access")).ok().tree().findValuesAsString("what"))
          .contains("pledge-signed");
    }

    world.step(other, team.get(1), "start", "{}");

    for (UUID id : List.of(one, other)) {
      String answer = CheckupWorld.answer("S06", "improvement", "甲" + id);
      world.post(team.get(0), path(id, "visit/answers"), answer).ok();
      assertThat(world.get(world.director, path(id, "visit")).ok().body())
          .contains("甲" + id)
          .doesNotContain("甲" + (id.equals(one) ? other : one));
    }
    world.step(one, team.get(0), "close-meeting", "{}");
    assertThat(state(other)).isEqualTo("InProgress");
  }

  @Test
  void aTeamThatCannotDoAllIsRefusedAndTheMissingTopicIsNamed() {
    UUID one = world.accepted();
    UUID other = world.accepted();

    CheckupWorld.Answer refused =
        join(one, other, List.of(expert("calibration")), world.freeMorning());

    assertThat(refused.code()).isEqualTo("team-lacks-skill");
    assertThat(refused.tree().path("message").path("zh").asString()).contains("联网传输");
    assertThat(refused.tree().path("message").path("en").asString())
        .contains("transmission")
        .doesNotContain("calibration");
    assertThat(state(other)).isEqualTo("Accepted");
  }

  @Test
  void onlyAcceptedRequestsOfOneEnterpriseAreJoined() {
    Account expert = expert("calibration", "networking");
    UUID one = world.accepted();
    UUID foreign =
        UUID.fromString(
            world
                .post(
                    world.foreignDirector,
                    "/api/checkups",
                    world
                        .requestBody()
                        .replace(
                            "[%d]".formatted(world.outlet.id()),
                            "[%d]".formatted(world.foreignOutlet.id())))
                .ok()
                .tree()
                .path("id")
                .asString());
    world.step(foreign, world.office, "accept", "{}");

    assertThat(
            join(one, foreign, List.of(expert), world.freeMorning())
                .tree()
                .path("field")
                .asString())
        .isEqualTo("joinedIds");
    assertThat(join(one, world.requested(), List.of(expert), world.freeMorning()).code())
        .isEqualTo("moved-on");
    assertThat(joinable(one)).doesNotContain(foreign.toString());
    assertThat(world.get(world.director, path(one, "joinable")).status()).isEqualTo(403);
    assertThat(state(one)).isEqualTo("Accepted");
  }

  @Test
  void theVisitIsMovedAndGivenBackAsAWhole() {
    Account expert = expert("calibration", "networking");
    UUID one = world.accepted();
    UUID other = world.accepted();
    join(one, other, List.of(expert), world.freeMorning()).ok();

    Instant later = world.freeMorning();
    String body = schedule(expert, later).replaceFirst("}$", ", \"reason\": \"1号机组停机\"}");
    world.post(world.office, path(other, "reschedule"), body).ok();
    for (UUID id : List.of(one, other)) {
      JsonNode seen = world.get(world.director, path(id, "")).ok().tree();
      assertThat(seen.path("appointment").path("startsAt").asString()).isEqualTo(later.toString());
      assertThat(seen.path("history").path(3).path("change").path("reason").asString())
          .isEqualTo("1号机组停机");
    }

    String refused = "{\"expertId\": \"%s\"}".formatted(expert.id());
    world.post(world.director, path(one, "refuse-expert"), refused).ok();
    assertThat(List.of(state(one), state(other))).containsOnly("Accepted");
    assertThat(joinable(one)).contains(other.toString());
  }

  @Test
  void whatIsWithdrawnLeavesTheVisitAndTheRestStands() {
    Account expert = expert("calibration", "networking");
    Instant startsAt = world.freeMorning();
    UUID one = world.accepted();
    UUID other = world.accepted();
    join(one, other, List.of(expert), startsAt).ok();

    world.step(one, world.director, "withdraw", "{}");

    JsonNode left = world.get(world.director, path(other, "")).ok().tree();
    assertThat(left.path("state").asString()).isEqualTo("Scheduled");
    assertThat(left.path("joined")).isEmpty();
    JsonNode slip = world.get(world.director, path(other, "slip")).ok().tree();
    assertThat(slip.path("number").asString()).isEqualTo(number(other));
    assertThat(slip.path("joined")).isEmpty();
    assertThat(calendarEntriesThatStand(one, other)).isEqualTo(1);
    assertThat(
            world
                .post(world.office, path(world.accepted(), "schedule"), schedule(expert, startsAt))
                .code())
        .as("an expert is still never in two places")
        .isEqualTo("expert-booked");
  }

  @Test
  void theDatabaseRefusesAVisitTornApart() {
    Account expert = expert("calibration", "networking");
    Instant startsAt = world.freeMorning();
    UUID one = world.accepted();
    UUID other = world.accepted();
    join(one, other, List.of(expert), startsAt).ok();

    assertThatThrownBy(
            () ->
                database
                    .administrator()
                    .sql(
                        "update appointment set during = tstzrange(:from, :until) where checkup_id = :id")
                    .param("from", startsAt.plus(THREE_HOURS).atOffset(ZoneOffset.UTC))
                    .param(
                        "until",
                        startsAt.plus(THREE_HOURS.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                    .param("id", other)
                    .update())
        .rootCause()
        .hasMessageContaining("one enterprise, one team and one time");
  }

  private Account expert(String... topics) {
    Account expert = world.newExpert();
    String skills = "\"part:hut\"";
    for (String topic : topics) {
      skills += ", \"topic:%s\"".formatted(topic);
    }
    String body =
        "{\"skills\": [%s], \"weekdays\": [1, 2, 3, 4, 5], \"mostVisitsAWeek\": 5}"
            .formatted(skills);
    world.post(expert, "/api/experts/%s/profile".formatted(expert.id()), body).ok();
    return expert;
  }

  private CheckupWorld.Answer join(UUID one, UUID other, List<Account> team, Instant startsAt) {
    String body =
        schedule(team, startsAt, startsAt.plus(THREE_HOURS))
            .replaceFirst("}$", ", \"joinedIds\": [\"%s\"]}".formatted(other));
    return world.post(world.office, path(one, "schedule"), body);
  }

  private List<String> joinable(UUID id) {
    JsonNode list = world.get(world.office, path(id, "joinable")).ok().tree();
    return list.valueStream().map(each -> each.path("id").asString()).toList();
  }

  private String number(UUID id) {
    return world.get(world.office, path(id, "")).ok().tree().path("number").asString();
  }

  private String state(UUID id) {
    return world.get(world.office, path(id, "")).ok().tree().path("state").asString();
  }

  private long calendarEntries(UUID... ids) {
    return count("select count(*) from calendar_entry where checkup_id in (:ids)", ids);
  }

  private long calendarEntriesThatStand(UUID... ids) {
    return count(
        "select count(*) from calendar_entry where checkup_id in (:ids) and cancelled_at is null",
        ids);
  }

  private long count(String sql, UUID... ids) {
    return database.administrator().sql(sql).param("ids", List.of(ids)).query(Long.class).single();
  }

  private List<UUID> keyIds(UUID... ids) {
    return database
        .administrator()
        .sql("select distinct id from sealed.visit_key where checkup_id in (:ids)")
        .param("ids", List.of(ids))
        .query(UUID.class)
        .list();
  }

  private List<UUID> holders(UUID id) {
    return database
        .administrator()
        .sql(
            "select account_id from sealed.key_grant where checkup_id = :id and wrapped is not null")
        .param("id", id)
        .query(UUID.class)
        .list();
  }
}
