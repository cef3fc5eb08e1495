package org.tijian.analytics.finding;

import java.time.LocalDate;
import java.util.List;

/**
 * A comparison of the monitor with the reference method (准确度检测 / 校验), as a laboratory reported it.
 *
 * @param unit unit of both values of every pair
 */
public record AccuracyTest(
    String factor, LocalDate testedOn, String laboratory, String unit, List<Pair> pairs) {
  public AccuracyTest {
    pairs = List.copyOf(pairs);
  }

  /**
   * @param reference value of the reference method; @param monitor the CEMS value at the same time
   */
  public record Pair(double reference, double monitor) {}
}
