package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.standard.Rule;

class ClausesTests {
  private static final Map<String, Clause> CLAUSES = Clauses.builtIn().all();

  @Test
  void everyClauseSaysWhereItStands() {
    assertThat(CLAUSES).hasSizeGreaterThan(40);
    for (Clause clause : CLAUSES.values()) {
      assertThat(clause.standard()).as(clause.id()).isNotBlank();
      assertThat(clause.edition()).as(clause.id()).isNotBlank();
      assertThat(clause.provenance()).as(clause.id()).isNotNull();
    }
  }

  /** What a sum and a rule both hold against must not drift apart. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          clause,             constant,  rule
          40cfr75.linearity,  limit.so2, 40cfr75.linearity-error.so2-nox
          40cfr75.linearity,  limit.nox, 40cfr75.linearity-error.so2-nox
          40cfr75.linearity,  limit.co2, 40cfr75.linearity-error.co2-o2
          40cfr75.linearity,  limit.o2,  40cfr75.linearity-error.co2-o2
          40cfr75.linearity,  limit.hg,  40cfr75.linearity-error.hg
          40cfr75.cycle-time, limit,     40cfr75.cycle-time
          """)
  void aConstantIsThatOfItsRule(String clause, String constant, String id) {
    Rule rule = Vectors.RULES.rule(id).orElseThrow();

    assertThat(CLAUSES.get(clause).constant(constant).doubleValue())
        .isEqualTo(rule.limits().get(0).quantity().value());
  }

  @Test
  void aValueThatHasNoSpreadHasNoDetermination() {
    assertThat(
            Vectors.result(
                    "EN14181", "linear_calibration_function", "{\"x\":[1,2,3],\"y\":[5,5,5]}")
                .path("r2")
                .isNull())
        .isTrue();
  }
}
