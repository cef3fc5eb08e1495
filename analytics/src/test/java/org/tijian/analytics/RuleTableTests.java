package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.finding.Basis;
import org.tijian.analytics.finding.Derivation;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Comparison;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/** The tables beside the packs: each rule at its boundary, and one step to each side. */
class RuleTableTests {
  private static final RuleBook RULES = RuleBook.builtIn(Analytics.forms());

  static Stream<RuleTable> tables() {
    return RuleTable.all().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowComesToTheOutcomeThatStandsBesideIt(RuleTable table) {
    assertThat(table.rows()).isNotEmpty();
    for (RuleTable.Row row : table.rows()) {
      Finding finding = judge(row);

      assertThat(finding.outcome().word())
          .as("%s: %s", row, finding.says())
          .isEqualTo(row.outcome());
      assertThat(finding.advice() != null).as("%s", row).isEqualTo(row.outcome().equals("not-met"));
      assertThat(finding.says().zh() + finding.says().en()).doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void oneRowSitsOnTheLimitAndOneStepBeyondItIsNotMet(RuleTable table) {
    for (String id : table.rules()) {
      List<Basis> met = bases(table, id, "met");
      List<Basis> notMet = bases(table, id, "not-met");

      if (isStrict(id) || notMet.get(0).comparison().equals("<")) {
        assertThat(notMet).as(id).anySatisfy(b -> assertThat(b.found()).isEqualTo(b.limit()));
      } else {
        assertThat(met).as(id).anySatisfy(b -> assertThat(b.found()).isEqualTo(b.limit()));
      }
      assertThat(nearest(notMet)).as(id).isLessThanOrEqualTo(step(met, notMet));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theWorkingTellsStandardClauseAndHowSureWeAre(RuleTable table) {
    for (RuleTable.Row row : table.rows()) {
      Finding finding = judge(row);
      LocalName working = Derivation.of(finding);

      assertThat(working.zh())
          .contains("标准：" + finding.rule().standard(), "条款：", "把握：")
          .contains(finding.rule().provenance().meaning().zh());
      assertThat(working.en()).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void aRuleNobodyHasReadNamesNoClause() {
    assertThat(RULES.rules())
        .filteredOn(rule -> rule.clause() != null)
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(rule.provenance())
                    .as(rule.id())
                    .isEqualTo(org.tijian.analytics.standard.Provenance.TEXT));
  }

  @Test
  void everyRuleOfAChinesePackGivesAdviceWithItsCostAndEffort() {
    assertThat(RULES.rules())
        .filteredOn(rule -> !rule.standard().startsWith("40CFR75"))
        .allSatisfy(rule -> assertThat(rule.words().advice()).as(rule.id()).isNotNull());
  }

  private static Finding judge(RuleTable.Row row) {
    return RowJudge.judge(RULES.rule(row.rule()).orElseThrow(), row.input());
  }

  private static List<Basis> bases(RuleTable table, String id, String outcome) {
    return table.rows().stream()
        .filter(row -> row.rule().equals(id) && row.outcome().equals(outcome))
        .map(row -> judge(row).outcome().basis())
        .toList();
  }

  private static boolean isStrict(String id) {
    Rule rule = RULES.rule(id).orElseThrow();
    return rule.comparison() == Comparison.BELOW || rule.comparison() == Comparison.ABOVE;
  }

  private static double nearest(List<Basis> bases) {
    return bases.stream()
        .map(RuleTableTests::distance)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * One step is the distance of the nearest row inside, and at most a whole unit or a twentieth.
   */
  private static double step(List<Basis> met, List<Basis> notMet) {
    double limit = Math.abs(notMet.get(0).limit().value());
    double inside =
        met.stream()
            .map(RuleTableTests::distance)
            .filter(d -> d > 0)
            .min(Double::compare)
            .orElse(1.0);
    return Math.max(Math.min(inside * 2, Math.max(1, limit / 20)), within(1e-9).value);
  }

  private static double distance(Basis basis) {
    return Math.abs(basis.found().value() - basis.limit().value());
  }
}
