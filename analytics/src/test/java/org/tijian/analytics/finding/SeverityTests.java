package org.tijian.analytics.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.standard.Force;

class SeverityTests {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          force,  most
          SHALL,  HIGH
          SHOULD, MIDDLE
          MAY,    LOW
          """)
  void isNeverMoreThanTheClauseAsks(Force force, Severity most) {
    assertThat(Severity.most(force)).isEqualTo(most);
    for (Severity asked : Severity.values()) {
      assertThat(asked.atMost(most)).isLessThanOrEqualTo(most);
    }
  }
}
