package org.tijian.analytics.statistic;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Factors of a tolerance interval that holds 75 % of the values with 95 % confidence.
 *
 * <pre>
 * k_T = u_n * v_f
 * u_n solves  Phi(1/sqrt(n) + u) - Phi(1/sqrt(n) - u) = 0.75
 * v_f = sqrt( f / chi2(0.05, f) )
 * </pre>
 *
 * The algebra of the correlation test of 40 CFR 60 appendix B, PS-11, which the correlation of HJ
 * 75-2017 shares by a secondary source.
 */
public final class ToleranceInterval {
  private static final double SHARE = 0.75;
  private static final double LOWER_TAIL = 0.05;
  private static final double ACCURACY = 1e-12;
  private static final double MOST = 10;
  private static final int TRIALS = 200;

  private ToleranceInterval() {}

  /** Both factors together, k_T, at the mean of x. */
  public static double factor(int n) {
    return u(n) * v(n - 2);
  }

  /**
   * @param n points, one or more
   */
  public static double u(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("no points");
    }
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double shift = 1 / Math.sqrt(n);
    return new BrentSolver(ACCURACY)
        .solve(
            TRIALS,
            u ->
                normal.cumulativeProbability(shift + u)
                    - normal.cumulativeProbability(shift - u)
                    - SHARE,
            0,
            MOST);
  }

  /**
   * @param f degrees of freedom, one or more
   */
  public static double v(int f) {
    return Math.sqrt(
        f / new ChiSquaredDistribution(null, f).inverseCumulativeProbability(LOWER_TAIL));
  }
}
