package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.testing.ReleasedSchemas;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.account.Role;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import org.tijian.inspection.testing.VaultTestDatabase;
import tools.jackson.databind.JsonNode;

/** One calendar of the plant, wherever it was said, for schedules and proposals alike. */
@CheckupServer
class PlantDaysTests {
  private static final String DAYS =
      "{\"kind\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"note\": \"\"}";
  private static final String TIES =
      "{\"operation\": [], \"vendors\": [], \"competitors\": [], \"days\": [%s]}";

  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;

  @Test
  void whatARequestSaysStandsInTheEnterprisesCalendarAndWhatItNoLongerSaysIsGone() {
    Plant plant = plant("calendar");
    LocalDate day = today().plusDays(20);

    UUID id = plant.requested(DAYS.formatted("closed", day, day.plusDays(1)));
    assertThat(plant.calendar()).containsExactly("closed %s %s".formatted(day, day.plusDays(1)));
    JsonNode seen = world.get(plant.director, path(id, "request")).ok().tree();
    assertThat(seen.path("calendar").findValuesAsString("from")).containsExactly(day.toString());

    plant.change(id, 1, DAYS.formatted("shutdown", day, day));
    assertThat(plant.calendar()).containsExactly("shutdown %s %s".formatted(day, day));
  }

  @Test
  void nobodyIsSentOnADayThatIsClosedUntilTheEnterpriseOpensIt() {
    Plant plant = plant("closed");
    Account expert = world.newExpert();
    Instant startsAt = world.freeMorning();
    LocalDate day = BeijingTime.dateOf(startsAt);
    UUID id = plant.requested("");
    world.step(id, world.office, "accept", "{}");
    plant.put(DAYS.formatted("closed", day, day.plusDays(2)));

    CheckupWorld.Answer refused =
        world.post(world.office, path(id, "schedule"), schedule(expert, startsAt));

    assertThat(refused.code()).isEqualTo("plant-closed");
    assertThat(refused.tree().path("message").path("zh").asString())
        .contains(day.toString(), "不接待");
    plant.put(DAYS.formatted("maintenance", day, day));
    world.post(world.office, path(id, "schedule"), schedule(expert, startsAt)).ok();
  }

  @Test
  void aProposalKeepsToTheOneDayThatIsLeftAndTellsOfTheOthers() throws InterruptedException {
    Plant plant = plant("matched");
    Account expert = world.newExpert();
    String skills =
        "{\"skills\": [\"topic:calibration\", \"topic:networking\", \"part:hut\"], \"weekdays\": [1, 2, 3, 4, 5], \"mostVisitsAWeek\": 14}";
    world.post(expert, "/api/experts/%s/profile".formatted(expert.id()), skills).ok();
    LocalDate open = workday(today().plusDays(10));
    plant.put(
        DAYS.formatted("closed", today(), open.minusDays(1))
            + ", "
            + DAYS.formatted("closed", open.plusDays(1), today().plusDays(60)));
    UUID id = plant.requested("");
    world.step(id, world.office, "accept", "{}");

    world.post(world.office, "/api/matching", "{\"teamSize\": 1}").ok();
    JsonNode proposal = find(waitForProposals(), id);

    assertThat(BeijingTime.dateOf(Instant.parse(proposal.path("startsAt").asString())))
        .isEqualTo(open);
    assertThat(proposal.path("possible").asBoolean()).isTrue();
    assertThat(proposal.path("plant").findValuesAsString("kind"))
        .containsExactly("closed", "closed");
  }

  /** Days that were closed in one of the two tables of before are closed in the one there is. */
  @Test
  void whatWasSaidBeforeIsBroughtTogether() {
    VaultTestDatabase database = VaultTestDatabase.fresh();
    ReleasedSchemas.make(
        "db/vault",
        30,
        database.url(),
        database.owner().user(),
        database.owner().password(),
        Map.of("application", database.application().user()));
    database.administrator().sql(BEFORE).update();

    try (VaultDatabase vault = database.open()) {
      assertThat(
              vault
                  .jdbc()
                  .sql(
                      "select kind || ' ' || first_day || ' ' || last_day || ' ' || note from plant_day"
                          + " order by 1")
                  .query(String.class)
                  .list())
          .containsExactly(
              "closed 2027-01-01 2027-01-02 ",
              "closed 2027-02-01 2027-02-03 holiday",
              "shutdown 2027-03-01 2027-03-02 boiler");
    }
  }

  private static final String BEFORE =
      """
      insert into plant_closed values (1, '2027-01-01', '2027-01-02');
      insert into checkup (id, number, site_id, state, outlet_ids, topics, data_from, data_until, preferred_days, note,
                           requested_by, requested_at)
      values ('00000000-0000-0000-0000-000000000001', 'C-1', 1, 'Accepted', '{1}', '{calibration}', '2026-10-01',
              '2026-11-01', '{}', '', gen_random_uuid(), now()),
             ('00000000-0000-0000-0000-000000000002', 'C-2', 1, 'Closed', '{1}', '{calibration}', '2026-10-01',
              '2026-11-01', '{}', '', gen_random_uuid(), now());
      insert into request_version values
        ('00000000-0000-0000-0000-000000000001', 1, now(), gen_random_uuid(), '甲', 'A',
         '{"plant": {"days": [{"kind": "closed", "from": "2027-04-01", "until": "2027-04-01", "note": "old"}]}}'),
        ('00000000-0000-0000-0000-000000000001', 2, now(), gen_random_uuid(), '甲', 'A',
         '{"plant": {"days": [{"kind": "closed", "from": "2027-02-01", "until": "2027-02-03", "note": "holiday"},
                              {"kind": "shutdown", "from": "2027-03-01", "until": "2027-03-02", "note": "boiler"}]}}'),
        ('00000000-0000-0000-0000-000000000002', 1, now(), gen_random_uuid(), '甲', 'A',
         '{"plant": {"days": [{"kind": "closed", "from": "2027-05-01", "until": "2027-05-01", "note": "over"}]}}')
      """;

  private LocalDate today() {
    return BeijingTime.dateOf(clock.instant());
  }

  private static LocalDate workday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? workday(day.plusDays(1)) : day;
  }

  private JsonNode waitForProposals() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode seen = world.get(world.office, "/api/matching").ok().tree();
      if (!seen.path("state").asString().equals("searching")) {
        return seen.path("proposals");
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the search does not end");
  }

  private static JsonNode find(JsonNode proposals, UUID id) {
    return proposals
        .valueStream()
        .filter(each -> each.path("checkupId").asString().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }

  private Plant plant(String name) {
    Outlet outlet = world.anotherSite();
    return new Plant(outlet, world.account("director-of-" + name, Role.DIRECTOR, outlet.siteId()));
  }

  /** An enterprise that no other test speaks of. */
  private final class Plant {
    private final Outlet outlet;
    private final Account director;

    Plant(Outlet outlet, Account director) {
      this.outlet = outlet;
      this.director = director;
    }

    UUID requested(String days) {
      return UUID.fromString(
          world.post(director, "/api/checkups", body(days)).ok().tree().path("id").asString());
    }

    void change(UUID id, int version, String days) {
      world
          .post(
              director,
              path(id, "request"),
              "{\"version\": %d, \"request\": %s}".formatted(version, body(days)))
          .ok();
    }

    private String body(String days) {
      return world
          .requestBody()
          .replace("[%d]".formatted(world.outlet.id()), "[%d]".formatted(outlet.id()))
          .replace(
              "\"preferredDays\"",
              "\"plant\": {\"days\": [%s]}, \"preferredDays\"".formatted(days));
    }

    void put(String days) {
      world.post(director, "/api/site-ties", TIES.formatted(days)).ok();
    }

    List<String> calendar() {
      return world
          .get(director, "/api/site-ties")
          .ok()
          .tree()
          .path("days")
          .valueStream()
          .map(
              each ->
                  "%s %s %s"
                      .formatted(
                          each.path("kind").asString(),
                          each.path("from").asString(),
                          each.path("until").asString()))
          .toList();
    }
  }
}
