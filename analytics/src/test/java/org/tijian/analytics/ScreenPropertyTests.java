package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Kind;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.standard.Applies;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Provenance;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/** What holds for every screen whatever the readings are; seeds are fixed. */
class ScreenPropertyTests {
  private static final CheckCatalogue CHECKS = new CheckCatalogue(Factors.builtIn());
  private static final Instant UNTIL = Instant.parse("2026-10-30T16:00:00Z");
  private static final List<Rule> SCREENS =
      RuleBook.builtIn(Analytics.forms()).rules().stream()
          .filter(rule -> rule.id().startsWith("screens."))
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void noFigureIsEverUnknownAndNoSentenceUnfinished(int seed) {
    assertThat(SCREENS).hasSize(33);
    for (Rule rule : SCREENS) {
      Finding finding = judge(rule, seed, 1);

      String text = finding.says().zh() + finding.says().en() + Derivation.of(finding).en();
      assertThat(text).as(rule.id()).doesNotContain("NaN", "Infinity", "{", "}");
      assertThat(finding.details().kind()).as(rule.id()).isEqualTo(Kind.SUSPECTED);
      boolean notMet = finding.outcome() instanceof Outcome.NotMet;
      assertThat(finding.details().causes().isEmpty()).as(rule.id()).isEqualTo(!notMet);
      assertThat(finding.details().stretches())
          .allSatisfy(stretch -> assertThat(stretch.until()).isBeforeOrEqualTo(UNTIL));
    }
  }

  /** A laxer threshold never turns a verdict to not met, a stricter one never to met. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void verdictsFollowTheThreshold(int seed) {
    int notMet = 0;
    for (Rule rule : SCREENS) {
      List<Boolean> kept = new ArrayList<>();
      for (double factor : new double[] {0.5, 1, 2}) {
        Outcome outcome = judge(rule, seed, factor).outcome();
        if (outcome.basis() != null && !rule.check().equals("screen-jitter")) {
          kept.add(outcome instanceof Outcome.Met);
        }
        notMet += outcome instanceof Outcome.NotMet ? 1 : 0;
      }
      boolean risesWithIt = !rule.check().matches("screen-(narrow|start)");
      List<Boolean> order = risesWithIt ? List.of(false, true) : List.of(true, false);
      List<Boolean> sorted =
          kept.stream().sorted((a, b) -> order.indexOf(a) - order.indexOf(b)).toList();
      assertThat(kept).as(rule.id()).isEqualTo(sorted);
    }
    assertThat(notMet).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void thresholdsOfOurOwnOnlyHintAndAllScreensNameTheirCauses(int seed) {
    for (Rule rule : SCREENS) {
      assertThat(rule.causes()).as(rule.id()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rule.clause()).as(rule.id()).isNull();
      assertThat(judge(rule, seed, 1).isHint())
          .as(rule.id())
          .isEqualTo(rule.provenance() == Provenance.OWN);
    }
  }

  private static Finding judge(Rule rule, int seed, double threshold) {
    String factor = rule.factors().isEmpty() ? "a21026" : rule.factors().get(0);
    ScreenScenario outlet = ScreenScenario.of(factor, readings(factor, seed), UNTIL);
    return CHECKS
        .judge(List.of(loosened(rule, threshold)), outlet.outlet(), outlet.material())
        .get(0);
  }

  private static Rule loosened(Rule rule, double factor) {
    Quantity limit = rule.limits().get(0).quantity();
    Limit other =
        new Limit(
            new Quantity(limit.value() * factor, limit.unit()),
            null,
            null,
            LocalDate.of(2024, 1, 1),
            null);
    return new Rule(
        rule.id(),
        rule.origin(),
        rule.force(),
        rule.check(),
        rule.comparison(),
        rule.factors(),
        rule.parameters(),
        List.of(other),
        rule.words(),
        Applies.ALWAYS,
        rule.measure(),
        rule.confirmation());
  }

  /**
   * 40 days of an outlet with everything a screen may ask for, stops, marks, gaps and odd hours.
   */
  private static String readings(String factor, int seed) {
    StringBuilder text = new StringBuilder();
    String[] all = {factor, "i33400", "a00000", "a01011", "a01012", "a19001", "w21001", "s1"};
    for (String each : java.util.Arrays.stream(all).distinct().toList()) {
      Random random = new Random(seed * 31L + each.hashCode());
      List<String> hours = new ArrayList<>();
      for (int hour = 0; hour < 40 * 24; hour++) {
        hours.add(hour(hour, random));
      }
      text.append(each).append('=').append(String.join("|", hours)).append(';');
    }
    return text
        + "limit=11;reference=6;peers=6/5/9;band=8/12;gas=3000;area=1;field=1;spans=80/82|80/75"
        + ";signal.furnace-oxygen=s1;signal.fuel=s1;signal.intake=s1;signal.bod=s1;signal.phosphate=s1";
  }

  private static String hour(int hour, Random random) {
    double value = 10 + 2 * Math.sin(hour / 9.0) + random.nextGaussian();
    boolean stopped = hour % 200 >= 190;
    boolean odd = random.nextInt(60) == 0;
    String mark = stopped ? "@F" : odd ? "@" + "CMDT".charAt(random.nextInt(4)) : "";
    return random.nextInt(200) == 0
        ? "_x1"
        : String.format(Locale.ROOT, "%.1f~%.1f%sx1", value, random.nextInt(3) / 10.0, mark);
  }
}
