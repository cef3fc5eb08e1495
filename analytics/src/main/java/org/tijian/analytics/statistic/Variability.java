package org.tijian.analytics.statistic;

import static org.tijian.analytics.statistic.Arithmetic.decimal;
import static org.tijian.analytics.statistic.Arithmetic.over;

import java.math.BigDecimal;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The variability test of EN 14181.
 *
 * <pre>
 * sigma0 = P * E / 1.96            P as a fraction of the limit E
 * kv(N)  = sqrt( chi2(0.5; N - 1) / (N - 1) )
 * passed: s_D &lt;= sigma0 * kv(N)    yearly test: s_D &lt;= 1.5 * sigma0 * kv(N)
 * </pre>
 *
 * The text of the standard was not read; sigma0 and kv were proved on published figures.
 */
public final class Variability {
  private static final BigDecimal NORMAL = new BigDecimal("1.96");
  private static final double MEDIAN = 0.5;

  private Variability() {}

  /**
   * @param percent largest permissible half width of the 95 % interval, per cent of the limit
   * @param limit daily emission limit value
   */
  public static BigDecimal sigma0(BigDecimal percent, BigDecimal limit) {
    return over(percent.multiply(limit), Arithmetic.HUNDRED.multiply(NORMAL));
  }

  /**
   * @param n pairs, two or more
   */
  public static BigDecimal kv(int n) {
    int f = n - 1;
    double median = new ChiSquaredDistribution(null, f).inverseCumulativeProbability(MEDIAN);
    return decimal(Math.sqrt(median / f));
  }
}
