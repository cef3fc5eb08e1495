package org.tijian.inspection.matching;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search however short breaks no rule, is no worse than a list, and explains itself. */
class MatcherTests {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

  @Test
  void aShortSearchBreaksNoRuleAndIsNoWorseThanAList() {
    Matcher matcher = Matcher.within(Duration.ofSeconds(1));
    Plan byList = MatchBenchData.plan(1, 2);
    Greedy.fill(byList);
    HardSoftScore list = matcher.score(byList);

    Plan solved = matcher.solve(MatchBenchData.plan(1, 2), score -> {});

    assertThat(solved.score().hardScore()).isZero();
    assertThat(solved.score().softScore()).isGreaterThanOrEqualTo(list.softScore());
    assertThat(matcher.score(solved)).isEqualTo(solved.score());
  }

  @Test
  void theReasonsOfAllVisitsAreTheScoreButForShares() {
    Matcher matcher = Matcher.within(Duration.ofMillis(50));
    Plan plan = MatchBenchData.plan(2, 2);
    plan = matcher.solve(plan, score -> {});

    Map<UUID, Map<Rule, Integer>> reasons = matcher.reasons(plan);

    int points =
        reasons.values().stream()
            .flatMap(each -> each.values().stream())
            .mapToInt(Integer::intValue)
            .sum();
    // The workload of an expert is shared between the visits, and what does not divide is dropped.
    assertThat(points)
        .isBetween(plan.score().softScore(), plan.score().softScore() + plan.seats().size());
    assertThat(reasons).hasSize(MatchBenchData.REQUESTS);
  }

  @Test
  void anImpossibleVisitSaysWhichRuleItBreaks() {
    Plan plan = MatchBenchData.plan(3, 2);
    Set<UUID> everybody = new java.util.HashSet<>();
    plan.candidates().forEach(expert -> everybody.add(expert.id()));
    Wish wish = plan.visits().get(0).wish();
    Wish nobodyMayCome =
        new Wish(
            wish.checkupId(),
            wish.number(),
            wish.siteId(),
            wish.skills(),
            wish.helpful(),
            wish.place(),
            Set.of(),
            Set.of(),
            Set.of(),
            everybody,
            wish.promisedBy());
    Matcher matcher = Matcher.within(Duration.ofMillis(50));

    Plan solved =
        matcher.solve(
            Plan.of(List.of(nobodyMayCome), plan.candidates(), plan.slots(), 2), score -> {});

    assertThat(matcher.reasons(solved).get(wish.checkupId())).containsEntry(Rule.NO_CONFLICT, -2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      textBlock =
          """
          0 7 14       | 21 28
          0 7 15 22    | 29
          0 1 2 3 4    |
          0 7          |
          """)
  void aPlantGoesOnInItsRhythm(String past, String expected) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String day : past.split(" ")) {
      days.add(FIRST.plusDays(Integer.parseInt(day)));
    }

    Set<LocalDate> next = Rhythm.expected(days, FIRST.plusDays(20), FIRST.plusDays(30));

    List<LocalDate> said =
        expected == null
            ? List.of()
            : List.of(expected.split(" ")).stream()
                .map(day -> FIRST.plusDays(Integer.parseInt(day)))
                .toList();
    assertThat(next).containsExactlyElementsOf(said);
  }
}
