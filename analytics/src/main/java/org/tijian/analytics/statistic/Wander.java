package org.tijian.analytics.statistic;

import org.apache.commons.math3.stat.StatUtils;

/**
 * How a series moves. NaN stands for a missing value and is left out.
 *
 * <pre>
 * CV  = s / |mean| * 100                                       in per cent, s with n - 1
 * r_1 = sum (x_i - m)(x_(i+1) - m) / sum (x_i - m)^2           autocorrelation at lag 1
 * </pre>
 *
 * (Box, Jenkins and Reinsel, Time Series Analysis, for r_1.)
 */
public final class Wander {
  private static final double PERCENT = 100;

  private Wander() {}

  /**
   * @return coefficient of variation in per cent; NaN for fewer than two values or a mean of zero
   */
  public static double variation(double[] values) {
    double[] known = Robust.known(values);
    double mean = StatUtils.mean(known);
    return known.length < 2 || mean == 0
        ? Double.NaN
        : Math.sqrt(StatUtils.variance(known)) / Math.abs(mean) * PERCENT;
  }

  /**
   * @return -1 to 1; NaN for fewer than two values, or if all are equal
   */
  public static double autocorrelation(double[] values) {
    double[] known = Robust.known(values);
    double mean = StatUtils.mean(known);
    double together = 0;
    double alone = 0;
    for (int i = 0; i < known.length; i++) {
      double off = known[i] - mean;
      alone += off * off;
      together += i + 1 < known.length ? off * (known[i + 1] - mean) : 0;
    }
    return known.length < 2 || alone == 0 ? Double.NaN : together / alone;
  }
}
