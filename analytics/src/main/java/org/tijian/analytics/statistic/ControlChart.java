package org.tijian.analytics.statistic;

import static org.tijian.analytics.statistic.Arithmetic.over;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Control charts over a series of readings of one gas. Which chart a standard wants, and with which
 * constants, is not known here.
 */
public final class ControlChart {
  private ControlChart() {}

  /**
   * Exponentially weighted means: z_t = lambda x_t + (1 - lambda) z_(t-1), begun with the target.
   *
   * @param lambda above 0, at most 1
   */
  public static List<BigDecimal> weightedMeans(
      List<BigDecimal> x, BigDecimal target, BigDecimal lambda) {
    List<BigDecimal> means = new ArrayList<>();
    BigDecimal z = target;
    BigDecimal rest = BigDecimal.ONE.subtract(lambda);
    for (BigDecimal value : x) {
      z = lambda.multiply(value).add(rest.multiply(z)).round(Arithmetic.PRECISION);
      means.add(z);
    }
    return means;
  }

  /** Half width of the limits of weighted means: L sigma sqrt(lambda / (2 - lambda)). */
  public static BigDecimal weightedLimit(BigDecimal lambda, BigDecimal sigma, BigDecimal l) {
    BigDecimal part = over(lambda, BigDecimal.valueOf(2).subtract(lambda));
    return l.multiply(sigma).multiply(Arithmetic.root(part)).round(Arithmetic.PRECISION);
  }

  /** Upper sums S_t = max(0, S_(t-1) + d_t - k); negate d for the lower ones. */
  public static List<BigDecimal> sums(List<BigDecimal> d, BigDecimal k) {
    List<BigDecimal> sums = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : d) {
      sum = sum.add(value).subtract(k).max(BigDecimal.ZERO);
      sums.add(sum);
    }
    return sums;
  }

  /** Mean of |x_t - x_(t-1)|; two values or more. */
  public static BigDecimal meanMovingRange(List<BigDecimal> x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i < x.size(); i++) {
      sum = sum.add(x.get(i).subtract(x.get(i - 1)).abs());
    }
    return over(sum, x.size() - 1L);
  }
}
