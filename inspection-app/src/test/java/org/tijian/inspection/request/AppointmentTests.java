package org.tijian.inspection.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.inspection.testing.CheckupWorld.path;
import static org.tijian.inspection.testing.CheckupWorld.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.testing.CheckupServer;
import org.tijian.inspection.testing.CheckupWorld;
import org.tijian.inspection.testing.TestClock;
import tools.jackson.databind.JsonNode;

@CheckupServer
class AppointmentTests {
  private static final int THREADS = 50;

  @Autowired private CheckupWorld world;
  @Autowired private TestClock clock;
  @Autowired private VaultDatabase vault;

  @Test
  void ofFiftyConfirmationsForOneExpertAtOneTimeExactlyOneSucceeds() throws Exception {
    Account expert = world.newExpert();
    Instant startsAt = world.freeMorning();
    List<UUID> checkups = Stream.generate(world::accepted).limit(THREADS).toList();

    List<CheckupWorld.Answer> answers =
        together(
            i ->
                world.post(
                    world.office,
                    path(checkups.get(i), "schedule"),
                    schedule(expert, startsAt.plus(Duration.ofMinutes(i)))));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(THREADS - 1)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("expert-booked"));
    assertThat(checkups).filteredOn(id -> state(id).equals("Accepted")).hasSize(THREADS - 1);
  }

  /**
   * Teams of two from six experts, overlapping in many ways: however they arrive, nobody is in two
   * places, whoever was refused is told which booking stands in the way, and it does.
   */
  @Test
  void ofFiftyConfirmationsOfOverlappingTeamsExactlyThePossibleOnesSucceed() throws Exception {
    List<Account> experts = Stream.generate(world::newExpert).limit(6).toList();
    Instant startsAt = world.freeMorning().plus(Duration.ofDays(60));
    List<UUID> checkups = Stream.generate(world::accepted).limit(THREADS).toList();

    List<CheckupWorld.Answer> answers =
        together(
            i ->
                world.post(
                    world.office, path(checkups.get(i), "schedule"), team(experts, startsAt, i)));

    for (int i = 0; i < THREADS; i++) {
      CheckupWorld.Answer answer = answers.get(i);
      CheckupWorld.Answer again =
          answer.status() == 200
              ? answer
              : world.post(
                  world.office, path(checkups.get(i), "schedule"), team(experts, startsAt, i));
      assertThat(again.status()).isEqualTo(answer.status());
      if (answer.status() != 200) {
        assertThat(answer.code()).isEqualTo("expert-booked");
        assertThat(answer.tree().path("message").path("en").asString())
            .contains("is booked from", "TJ-");
      }
    }
    assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
    for (Account expert : experts) {
      assertThat(overlaps(expert)).isZero();
    }
  }

  private static String team(List<Account> experts, Instant startsAt, int i) {
    List<Account> pair = List.of(experts.get(i % 6), experts.get((i + 1 + i / 6 % 5) % 6));
    Instant from = startsAt.plus(Duration.ofHours(i % 5));
    return schedule(pair, from, from.plus(Duration.ofHours(2)));
  }

  private long overlaps(Account expert) {
    return vault
        .jdbc()
        .sql(
            """
            select count(*) from appointment a join appointment b
                on a.expert_id = b.expert_id and a.checkup_id < b.checkup_id and a.during && b.during
             where a.expert_id = :expert
            """)
        .param("expert", expert.id())
        .query(Long.class)
        .single();
  }

  @Test
  void ofFiftyClicksOnOneStepExactlyOneTakesIt() throws Exception {
    UUID id = world.requested();

    List<CheckupWorld.Answer> answers =
        together(i -> world.post(world.office, path(id, "accept"), "{}"));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(THREADS - 1)
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("moved-on"));
    assertThat(world.get(world.office, path(id, "")).tree().path("history")).hasSize(2);
  }

  @Test
  void theDatabaseItselfRefusesTwoBookingsOfOneExpert() {
    UUID first = world.accepted();
    UUID second = world.accepted();
    UUID expert = world.newExpert().id();
    Instant startsAt = world.freeMorning();
    insert(first, expert, startsAt);

    assertThatThrownBy(() -> insert(second, expert, startsAt.plus(Duration.ofMinutes(59))))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("expert_booked_once");

    insert(second, expert, startsAt.plus(Duration.ofHours(1)));
  }

  @Test
  void theRefusalSaysWhichBookingStandsInTheWay() {
    Account expert = world.newExpert();
    Instant startsAt = Instant.parse("2027-01-05T01:00:00Z");
    UUID booked =
        world.step(world.accepted(), world.office, "schedule", schedule(expert, startsAt));

    CheckupWorld.Answer refused =
        world.post(
            world.office,
            path(world.accepted(), "schedule"),
            schedule(expert, startsAt.plus(Duration.ofHours(2))));

    String number = world.get(world.office, path(booked, "")).tree().path("number").asString();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.tree().path("message").path("zh").asString())
        .contains(expert.name().zh(), "2027-01-05 09:00", "2027-01-05 12:00", number);
  }

  @Test
  void oneVisitMayBeginWhenAnotherEnds() {
    Account expert = world.newExpert();
    Instant startsAt = world.freeMorning();
    world.step(world.accepted(), world.office, "schedule", schedule(expert, startsAt));

    UUID next =
        world.step(
            world.accepted(),
            world.office,
            "schedule",
            schedule(expert, startsAt.plus(Duration.ofHours(3))));

    assertThat(state(next)).isEqualTo("Scheduled");
  }

  @Test
  void aWithdrawnCheckupGivesTheTimeFree() {
    Account expert = world.newExpert();
    Instant startsAt = world.freeMorning();
    UUID first = world.step(world.accepted(), world.office, "schedule", schedule(expert, startsAt));
    assertThat(bookings(expert)).hasSize(1);

    world.step(first, world.director, "withdraw", "{}");

    assertThat(bookings(expert)).isEmpty();
    world.step(world.accepted(), world.office, "schedule", schedule(expert, startsAt));
    assertThat(bookings(expert)).hasSize(1);
  }

  @Test
  void pastReversedAndEndlessTimesAreRefused() {
    UUID id = world.accepted();
    Instant now = clock.instant();

    assertThat(field(id, schedule(world.expert, now.minusSeconds(3600), now.plusSeconds(3600))))
        .isEqualTo("startsAt");
    assertThat(field(id, schedule(world.expert, now.plusSeconds(7200), now.plusSeconds(3600))))
        .isEqualTo("endsAt");
    assertThat(
            field(id, schedule(world.expert, now.plusSeconds(60), now.plus(Duration.ofDays(30)))))
        .isEqualTo("endsAt");
    assertThat(
            field(
                id,
                schedule(
                    world.expert, now.plus(Duration.ofDays(999)), now.plus(Duration.ofDays(999)))))
        .isEqualTo("startsAt");
    assertThat(field(id, schedule(world.director, now.plusSeconds(60)))).isEqualTo("expertIds");
    assertThat(field(id, "{}")).isEqualTo("expertIds");
    assertThat(state(id)).isEqualTo("Accepted");
  }

  @Test
  void onlyTheOfficeSeesTheExpertsBookings() {
    assertThat(world.get(world.office, "/api/experts").status()).isEqualTo(200);
    assertThat(world.get(world.director, "/api/experts").status()).isEqualTo(403);
    assertThat(world.get(world.expert, "/api/experts").status()).isEqualTo(403);
  }

  private void insert(UUID checkup, UUID expert, Instant startsAt) {
    vault
        .jdbc()
        .sql(
            "insert into appointment (checkup_id, expert_id, place, during) values (:checkup,"
                + " :expert, 1, tstzrange(:from, :until))")
        .param("checkup", checkup)
        .param("expert", expert)
        .param("from", startsAt.atOffset(ZoneOffset.UTC))
        .param("until", startsAt.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
        .update();
  }

  private String state(UUID id) {
    return world.get(world.office, path(id, "")).ok().tree().path("state").asString();
  }

  private String field(UUID id, String body) {
    CheckupWorld.Answer answer = world.post(world.office, path(id, "schedule"), body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.tree().path("field").asString();
  }

  private List<JsonNode> bookings(Account expert) {
    List<JsonNode> bookings = new ArrayList<>();
    for (JsonNode each : world.get(world.office, "/api/experts").ok().tree()) {
      if (each.path("id").asString().equals(expert.id().toString())) {
        each.path("booked").forEach(bookings::add);
      }
    }
    return bookings;
  }

  private static <T> List<T> together(java.util.function.IntFunction<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> running =
          IntStream.range(0, THREADS)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return work.apply(i);
                          }))
              .toList();
      List<T> done = new ArrayList<>();
      for (Future<T> one : running) {
        done.add(one.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }
}
