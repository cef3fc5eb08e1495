package org.tijian.analytics.statistic;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.ranking.NaNStrategy;

/**
 * Place and spread that a few odd values do not move.
 *
 * <pre>
 * MAD     = median(|x_i - median(x)|)
 * sigma_r = 1.4826 * MAD          equals the standard deviation for normal values
 * </pre>
 *
 * The factor is 1 / Phi^-1(3/4). Quantiles lie on the straight line between order statistics at (n
 * - 1) p + 1 (type 7 of Hyndman and Fan 1996, the usual default of R and numpy). NaN stands for a
 * missing value and is left out; where nothing is left the answer is NaN.
 */
public final class Robust {
  private static final double NORMAL = 1.4826;
  private static final double PERCENT = 100;
  private static final double HALF = 0.5;

  private Robust() {}

  /** The values that are not missing, in their order. */
  public static double[] known(double[] values) {
    double[] known = new double[values.length];
    int n = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        known[n++] = value;
      }
    }
    return Arrays.copyOf(known, n);
  }

  public static double median(double[] values) {
    return quantile(values, HALF);
  }

  /**
   * @param share above 0, at most 1; for example 0.9 for the 90th percentile
   */
  public static double quantile(double[] values, double share) {
    double[] known = known(values);
    return known.length == 0
        ? Double.NaN
        : new Percentile()
            .withEstimationType(EstimationType.R_7)
            .withNaNStrategy(NaNStrategy.REMOVED)
            .evaluate(known, share * PERCENT);
  }

  /** Median of the distances from the median (MAD). */
  public static double deviation(double[] values) {
    double middle = median(values);
    return median(Arrays.stream(known(values)).map(value -> Math.abs(value - middle)).toArray());
  }

  /** Robust standard deviation; 0 if more than half of the values are equal. */
  public static double sigma(double[] values) {
    return NORMAL * deviation(values);
  }
}
