package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.expert.ExpertProfile;

/** One test for every rule: what it counts, and the nearest case that it does not. */
class MatchingRulesTests {
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
  private static final Slot MORNING = new Slot(MONDAY, Slot.Half.MORNING);
  private static final Slot AFTERNOON = new Slot(MONDAY, Slot.Half.AFTERNOON);
  private static final Slot TUESDAY = new Slot(MONDAY.plusDays(1), Slot.Half.MORNING);
  private static final Coordinates SHENYANG = new Coordinates(123.43, 41.80);
  private static final Coordinates DALIAN = new Coordinates(121.61, 38.91);

  private final ConstraintVerifier<MatchingRules, Plan> verifier =
      ConstraintVerifier.build(new MatchingRules(), Plan.class, VisitPlan.class, Seat.class);

  @Test
  void onDuty() {
    Candidate mondaysOnly = expert(Set.of(DayOfWeek.MONDAY), 5, Set.of(), Set.of());

    penalizes(MatchingRules::onDuty, 0, visit(wish(), MORNING, mondaysOnly));
    penalizes(MatchingRules::onDuty, 1, visit(wish(), TUESDAY, mondaysOnly));
  }

  @Test
  void present() {
    Candidate away = expert(everyDay(), 5, Set.of(MONDAY), Set.of());

    penalizes(MatchingRules::present, 1, visit(wish(), MORNING, away));
    penalizes(MatchingRules::present, 0, visit(wish(), TUESDAY, away));
  }

  @Test
  void notBooked() {
    Candidate booked = expert(everyDay(), 5, Set.of(), Set.of(MORNING));

    penalizes(MatchingRules::notBooked, 1, visit(wish(), MORNING, booked));
    penalizes(MatchingRules::notBooked, 0, visit(wish(), AFTERNOON, booked));
  }

  @Test
  void notTwice() {
    Candidate one = expert();

    penalizes(MatchingRules::notTwice, 1, visit(wish(), MORNING, one), visit(wish(), MORNING, one));
    penalizes(
        MatchingRules::notTwice, 0, visit(wish(), MORNING, one), visit(wish(), AFTERNOON, one));
    penalizes(MatchingRules::notTwice, 1, visit(wish(), MORNING, one, one));
  }

  @Test
  void noConflict() {
    Candidate one = expert();

    penalizes(MatchingRules::noConflict, 1, visit(excluding(one.id()), MORNING, one));
    penalizes(MatchingRules::noConflict, 0, visit(excluding(UUID.randomUUID()), MORNING, one));
  }

  @Test
  void skills() {
    Candidate one = expert("part:hut");
    Candidate other = expert("topic:calibration");
    Set<String> needed = Set.of("part:hut", "topic:calibration");

    penalizes(MatchingRules::skills, 1, visit(needing(needed, Set.of()), MORNING, one));
    penalizes(MatchingRules::skills, 0, visit(needing(needed, Set.of()), MORNING, one, other));
  }

  @Test
  void weeklyMost() {
    Candidate twice = expert(everyDay(), 2, Set.of(), Set.of(TUESDAY));

    penalizes(MatchingRules::weeklyMost, 0, visit(wish(), MORNING, twice));
    penalizes(
        MatchingRules::weeklyMost,
        1,
        visit(wish(), MORNING, twice),
        visit(wish(), AFTERNOON, twice));
    penalizes(
        MatchingRules::weeklyMost,
        0,
        visit(wish(), MORNING, twice),
        visit(wish(), new Slot(MONDAY.plusDays(7), Slot.Half.MORNING), twice));
  }

  @Test
  void plantOpen() {
    Wish closedOnMonday = days(Set.of(), Set.of(MONDAY), Set.of(), MONDAY);

    penalizes(MatchingRules::plantOpen, 1, visit(closedOnMonday, MORNING, expert()));
    penalizes(MatchingRules::plantOpen, 0, visit(closedOnMonday, TUESDAY, expert()));
  }

  @Test
  void plantSteady() {
    Wish shutDownOnMonday = plant(Set.of(MONDAY), null);

    penalizes(
        MatchingRules::plantSteady,
        MatchingRules.UNSTEADY_COST,
        visit(shutDownOnMonday, AFTERNOON, expert()));
    penalizes(MatchingRules::plantSteady, 0, visit(shutDownOnMonday, TUESDAY, expert()));
  }

  @Test
  void permit() {
    Wish fromTuesday = plant(Set.of(), MONDAY.plusDays(1));

    penalizes(
        MatchingRules::permit, MatchingRules.PERMIT_COST, visit(fromTuesday, AFTERNOON, expert()));
    penalizes(MatchingRules::permit, 0, visit(fromTuesday, TUESDAY, expert()));
    penalizes(MatchingRules::permit, 0, visit(wish(), MORNING, expert()));
  }

  @Test
  void preferredDay() {
    Wish monday = days(Set.of(MONDAY), Set.of(), Set.of(), MONDAY);

    rewards(
        MatchingRules::preferredDay,
        MatchingRules.PREFERRED_DAY_GAIN,
        visit(monday, MORNING, expert()));
    rewards(MatchingRules::preferredDay, 0, visit(monday, TUESDAY, expert()));
  }

  @Test
  void anotherDay() {
    Wish monday = days(Set.of(MONDAY), Set.of(), Set.of(), MONDAY);

    penalizes(
        MatchingRules::anotherDay,
        MatchingRules.ANOTHER_DAY_COST,
        visit(monday, TUESDAY, expert()));
    penalizes(MatchingRules::anotherDay, 0, visit(monday, MORNING, expert()));
    penalizes(MatchingRules::anotherDay, 0, visit(wish(), TUESDAY, expert()));
  }

  /** Shenyang to Dalian: 356 km by the haversine formula (computed apart with Python's math). */
  @Test
  void travel() {
    penalizes(MatchingRules::travel, 35, visit(at(DALIAN), MORNING, expertAt(SHENYANG)));
    penalizes(MatchingRules::travel, 0, visit(at(SHENYANG), MORNING, expertAt(SHENYANG)));
    penalizes(MatchingRules::travel, 0, visit(at(null), MORNING, expertAt(SHENYANG)));
  }

  @Test
  void workload() {
    Candidate busy = expert(everyDay(), 9, Set.of(), Set.of(TUESDAY));
    Candidate free = expert();

    penalizes(MatchingRules::workload, 1, visit(wish(), MORNING, free));
    penalizes(MatchingRules::workload, 3, visit(wish(), MORNING, busy));
    penalizes(
        MatchingRules::workload, 8, visit(wish(), MORNING, busy), visit(wish(), AFTERNOON, busy));
  }

  @Test
  void oneDay() {
    Candidate one = expert();
    Wish first = ofSite(1);
    Wish second = ofSite(1);

    rewards(
        MatchingRules::oneDay,
        MatchingRules.ONE_DAY_GAIN,
        visit(first, MORNING, one),
        visit(second, AFTERNOON, one));
    rewards(MatchingRules::oneDay, 0, visit(first, MORNING, one), visit(second, TUESDAY, one));
    rewards(
        MatchingRules::oneDay, 0, visit(first, MORNING, one), visit(second, AFTERNOON, expert()));
    rewards(MatchingRules::oneDay, 0, visit(first, MORNING, one), visit(ofSite(2), AFTERNOON, one));
  }

  @Test
  void calibration() {
    Wish mondays = days(Set.of(), Set.of(), Set.of(MONDAY), MONDAY);

    rewards(
        MatchingRules::calibration,
        MatchingRules.CALIBRATION_GAIN,
        visit(mondays, MORNING, expert()));
    rewards(MatchingRules::calibration, 0, visit(mondays, TUESDAY, expert()));
  }

  @Test
  void joined() {
    Wish alone = ofSite(1);
    Wish two = alone.with(ofSite(1));

    rewards(MatchingRules::joined, 0, visit(alone, MORNING, expert()));
    rewards(MatchingRules::joined, MatchingRules.JOINED_GAIN, visit(two, MORNING, expert()));
    rewards(
        MatchingRules::joined,
        2 * MatchingRules.JOINED_GAIN,
        visit(two.with(ofSite(1)), MORNING, expert()));
  }

  @Test
  void promise() {
    Wish promised = days(Set.of(), Set.of(), Set.of(), MONDAY);

    penalizes(MatchingRules::promise, 0, visit(promised, MORNING, expert()));
    penalizes(MatchingRules::promise, 1, visit(promised, TUESDAY, expert()));
  }

  @Test
  void helpful() {
    Set<String> helpful = Set.of("factor:a21002", "instrument:extractive");

    penalizes(
        MatchingRules::helpful,
        MatchingRules.UNKNOWN_COST,
        visit(needing(Set.of(), helpful), MORNING, expert("factor:a21002")));
    penalizes(
        MatchingRules::helpful,
        0,
        visit(
            needing(Set.of(), helpful),
            MORNING,
            expert("factor:a21002"),
            expert("instrument:extractive")));
  }

  private void penalizes(
      BiFunction<MatchingRules, ConstraintFactory, Constraint> rule, int by, VisitPlan... visits) {
    verifier.verifyThat(rule).given(facts(visits)).penalizesBy(by);
  }

  private void rewards(
      BiFunction<MatchingRules, ConstraintFactory, Constraint> rule, int by, VisitPlan... visits) {
    verifier.verifyThat(rule).given(facts(visits)).rewardsWith(by);
  }

  private static Object[] facts(VisitPlan... visits) {
    List<Object> facts = new ArrayList<>();
    for (VisitPlan visit : visits) {
      facts.add(visit);
      facts.addAll(visit.seats());
      visit.wish().skills().forEach(skill -> facts.add(new Need(visit.id(), skill)));
    }
    return facts.toArray();
  }

  private static VisitPlan visit(Wish wish, Slot slot, Candidate... team) {
    VisitPlan visit = new VisitPlan(wish);
    visit.place(slot);
    for (int i = 0; i < team.length; i++) {
      new Seat(visit, i + 1).take(team[i]);
    }
    return visit;
  }

  private static Wish wish() {
    return days(Set.of(), Set.of(), Set.of(), MONDAY);
  }

  private static Wish days(
      Set<LocalDate> preferred,
      Set<LocalDate> closed,
      Set<LocalDate> calibrations,
      LocalDate promised) {
    return new Wish(
        UUID.randomUUID(),
        "TJ-1",
        UUID.randomUUID().getMostSignificantBits(),
        Set.of(),
        Set.of(),
        null,
        preferred,
        closed,
        calibrations,
        Set.of(),
        promised);
  }

  private static Wish plant(Set<LocalDate> unsteady, @Nullable LocalDate permitFrom) {
    return new Wish(
        UUID.randomUUID(),
        List.of(),
        "TJ-1",
        1,
        Set.of(),
        Set.of(),
        null,
        Set.of(),
        Set.of(),
        unsteady,
        permitFrom,
        Set.of(),
        Set.of(),
        MONDAY);
  }

  private static Wish needing(Set<String> skills, Set<String> helpful) {
    return new Wish(
        UUID.randomUUID(),
        "TJ-1",
        1,
        skills,
        helpful,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        MONDAY);
  }

  private static Wish excluding(UUID expert) {
    return new Wish(
        UUID.randomUUID(),
        "TJ-1",
        1,
        Set.of(),
        Set.of(),
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(expert),
        MONDAY);
  }

  private static Wish at(Coordinates place) {
    return new Wish(
        UUID.randomUUID(),
        "TJ-1",
        1,
        Set.of(),
        Set.of(),
        place,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        MONDAY);
  }

  private static Wish ofSite(long site) {
    return new Wish(
        UUID.randomUUID(),
        "TJ-1",
        site,
        Set.of(),
        Set.of(),
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        MONDAY);
  }

  private static Set<DayOfWeek> everyDay() {
    return Set.of(DayOfWeek.values());
  }

  private static Candidate expert(String... skills) {
    return new Candidate(
        UUID.randomUUID(),
        new LocalName("专家", "Expert"),
        new ExpertProfile(Set.of(skills), null, everyDay(), 9),
        Set.of(),
        Set.of());
  }

  private static Candidate expertAt(Coordinates home) {
    return new Candidate(
        UUID.randomUUID(),
        new LocalName("专家", "Expert"),
        new ExpertProfile(Set.of(), home, everyDay(), 9),
        Set.of(),
        Set.of());
  }

  private static Candidate expert(
      Set<DayOfWeek> weekdays, int most, Set<LocalDate> absences, Set<Slot> booked) {
    return new Candidate(
        UUID.randomUUID(),
        new LocalName("专家", "Expert"),
        new ExpertProfile(Set.of(), null, weekdays, most),
        absences,
        booked);
  }
}
