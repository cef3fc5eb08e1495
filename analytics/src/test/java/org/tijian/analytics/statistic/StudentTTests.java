package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTests {

  /** The table of 40 CFR 75 appendix A, 7.3.3, as the EPA's check engine holds it; scipy agrees. */
  @ParameterizedTest
  @CsvSource({
    "1, 12.706", "2, 4.303", "3, 3.182", "4, 2.776", "5, 2.571", "6, 2.447", "7, 2.365",
    "8, 2.306", "9, 2.262", "10, 2.228", "11, 2.201", "12, 2.179", "13, 2.160", "14, 2.145",
    "15, 2.131", "16, 2.120", "17, 2.110", "18, 2.101", "19, 2.093", "20, 2.086", "21, 2.080",
    "22, 2.074", "23, 2.069", "24, 2.064", "25, 2.060", "26, 2.056", "27, 2.052", "28, 2.048",
    "29, 2.045", "30, 2.042"
  })
  void isThePrintedTable(int degreesOfFreedom, String printed) {
    assertThat(StudentT.twoSided95(degreesOfFreedom)).isEqualTo(printed);
  }
}
