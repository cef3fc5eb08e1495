package org.tijian.analytics.statistic;

import java.math.BigDecimal;
import org.apache.commons.math3.distribution.TDistribution;

/** Student's t as the standards print it. */
public final class StudentT {
  private static final double TWO_SIDED_95 = 0.975;
  private static final double ONE_SIDED_95 = 0.95;
  private static final int PRINTED_DECIMALS = 3;

  private StudentT() {}

  /**
   * The two-sided 95 % value (0.975 quantile) to the three decimals of the printed tables, because
   * laboratories calculate with the table.
   *
   * @param degreesOfFreedom one or more
   */
  public static BigDecimal twoSided95(int degreesOfFreedom) {
    return quantile(TWO_SIDED_95, degreesOfFreedom);
  }

  /** The one-sided 95 % value, likewise to three decimals. */
  public static BigDecimal oneSided95(int degreesOfFreedom) {
    return quantile(ONE_SIDED_95, degreesOfFreedom);
  }

  private static BigDecimal quantile(double probability, int degreesOfFreedom) {
    double quantile =
        new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
    return Rounding.round(BigDecimal.valueOf(quantile), PRINTED_DECIMALS);
  }
}
