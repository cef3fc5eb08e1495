package org.tijian.inspection.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.expert.ExpertProfile;

/** Which requests become one visit. */
class JoiningTests {
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
  private static final String CALIBRATION = "topic:calibration";
  private static final String NETWORKING = "topic:networking";

  private final List<Candidate> candidates = List.of(expert(CALIBRATION), expert(NETWORKING));

  @Test
  void requestsOfOneEnterpriseAreOneVisitWhoseTeamCanDoAll() {
    Wish one = wish(1, "TJ-1", Set.of(CALIBRATION), Set.of(MONDAY), Set.of());
    Wish other = wish(1, "TJ-2", Set.of(NETWORKING), Set.of(), Set.of(MONDAY.plusDays(1)));
    Wish elsewhere = wish(2, "TJ-3", Set.of(NETWORKING), Set.of(), Set.of());

    List<Wish> visits = new Joining(candidates, 2).joined(List.of(one, other, elsewhere));

    assertThat(visits).hasSize(2);
    Wish joined = visits.get(0);
    assertThat(joined.checkupId()).isEqualTo(one.checkupId());
    assertThat(joined.joined()).containsExactly(other.checkupId());
    assertThat(joined.number()).isEqualTo("TJ-1 + TJ-2");
    assertThat(joined.skills()).containsExactlyInAnyOrder(CALIBRATION, NETWORKING);
    assertThat(joined.preferredDays()).containsExactly(MONDAY);
    assertThat(joined.closedDays()).containsExactly(MONDAY.plusDays(1));
    assertThat(visits.get(1).joined()).isEmpty();
  }

  @Test
  void whatNoTeamOfThatSizeCanDoStaysApart() {
    Wish one = wish(1, "TJ-1", Set.of(CALIBRATION), Set.of(), Set.of());
    Wish other = wish(1, "TJ-2", Set.of(NETWORKING), Set.of(), Set.of());

    assertThat(new Joining(candidates, 1).joined(List.of(one, other))).containsExactly(one, other);
    assertThat(new Joining(candidates, 2).joined(List.of(one, other))).hasSize(1);
  }

  @Test
  void aFourthRequestIsAnotherVisit() {
    List<Wish> four =
        List.of("TJ-1", "TJ-2", "TJ-3", "TJ-4").stream()
            .map(number -> wish(1, number, Set.of(CALIBRATION), Set.of(), Set.of()))
            .toList();

    assertThat(new Joining(candidates, 2).joined(four))
        .extracting(Wish::number)
        .containsExactly("TJ-1 + TJ-2 + TJ-3", "TJ-4");
  }

  @Test
  void daysThatSuitBothComeBeforeThoseThatSuitOne() {
    Wish one = wish(1, "TJ-1", Set.of(), Set.of(MONDAY, MONDAY.plusDays(1)), Set.of());
    Wish other = wish(1, "TJ-2", Set.of(), Set.of(MONDAY.plusDays(1)), Set.of());
    Wish third = wish(1, "TJ-3", Set.of(), Set.of(MONDAY.plusDays(2)), Set.of());

    assertThat(one.with(other).preferredDays()).containsExactly(MONDAY.plusDays(1));
    assertThat(other.with(third).preferredDays())
        .containsExactlyInAnyOrder(MONDAY.plusDays(1), MONDAY.plusDays(2));
  }

  private static Wish wish(
      long site,
      String number,
      Set<String> skills,
      Set<LocalDate> preferred,
      Set<LocalDate> closed) {
    return new Wish(
        UUID.randomUUID(),
        number,
        site,
        skills,
        Set.of(),
        null,
        preferred,
        closed,
        Set.of(),
        Set.of(),
        MONDAY);
  }

  private static Candidate expert(String skill) {
    return new Candidate(
        UUID.randomUUID(),
        new LocalName("专家", "Expert"),
        new ExpertProfile(
            Set.of(skill), null, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 5),
        Set.of(),
        Set.of());
  }
}
