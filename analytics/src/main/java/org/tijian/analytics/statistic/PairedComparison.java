package org.tijian.analytics.statistic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A monitor compared with the reference method in pairs. All values are unrounded.
 *
 * <pre>
 * d_i = RM_i - CEMS_i          d = sum(d_i) / n
 * S_d = sqrt( (sum(d_i^2) - sum(d_i)^2 / n) / (n - 1) )
 * cc  = t * S_d / sqrt(n),     t two-sided 95 % at n - 1 degrees of freedom
 * RA  = (|d| + |cc|) / RM * 100
 * </pre>
 *
 * 40 CFR 75 appendix A, 7.3 (equations ); the comparison of HJ 75-2017 has the same
 * algebra by two secondary sources.
 *
 * @param n number of pairs, two or more
 */
public record PairedComparison(
    int n,
    BigDecimal meanReference,
    BigDecimal meanMonitor,
    BigDecimal meanDifference,
    BigDecimal standardDeviation,
    BigDecimal t,
    BigDecimal confidence) {
  private static final MathContext PRECISION = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @throws IllegalArgumentException if the values do not pair, or there are fewer than two
   */
  public static PairedComparison of(List<BigDecimal> reference, List<BigDecimal> monitor) {
    int n = reference.size();
    if (n != monitor.size() || n < 2) {
      throw new IllegalArgumentException(
          "%d reference values and %d of the monitor".formatted(n, monitor.size()));
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      BigDecimal difference = reference.get(i).subtract(monitor.get(i));
      sum = sum.add(difference);
      squares = squares.add(difference.multiply(difference));
    }
    BigDecimal deviation = standardDeviation(sum, squares, n);
    BigDecimal t = StudentT.twoSided95(n - 1);
    return new PairedComparison(
        n, mean(reference), mean(monitor), over(sum, n), deviation, t, confidence(t, deviation, n));
  }

  /** Confidence coefficient (置信系数) for a standard deviation of n differences. */
  static BigDecimal confidence(BigDecimal t, BigDecimal deviation, int n) {
    return t.multiply(deviation).divide(BigDecimal.valueOf(n).sqrt(PRECISION), PRECISION);
  }

  /** Relative accuracy (相对准确度) in per cent of the reference mean. */
  static BigDecimal relativeAccuracy(
      BigDecimal meanDifference, BigDecimal confidence, BigDecimal meanReference) {
    return meanDifference
        .abs()
        .add(confidence.abs())
        .multiply(HUNDRED)
        .divide(meanReference, PRECISION);
  }

  /**
   * @throws ArithmeticException if the reference mean is zero: then nothing is relative to it
   */
  public BigDecimal relativeAccuracyPercent() {
    return relativeAccuracy(meanDifference, confidence, meanReference);
  }

  /** Relative error (相对误差): (mean CEMS - mean RM) / mean RM * 100, signed. */
  public BigDecimal relativeErrorPercent() {
    return absoluteError().multiply(HUNDRED).divide(meanReference, PRECISION);
  }

  /** Absolute error (绝对误差): mean CEMS - mean RM, signed. */
  public BigDecimal absoluteError() {
    return meanMonitor.subtract(meanReference);
  }

  private static BigDecimal standardDeviation(BigDecimal sum, BigDecimal squares, int n) {
    BigDecimal scatter = squares.subtract(over(sum.multiply(sum), n));
    // With 34 digits the difference of equal numbers may come out a hair below zero.
    return over(scatter.max(BigDecimal.ZERO), n - 1).sqrt(PRECISION);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return over(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add), values.size());
  }

  private static BigDecimal over(BigDecimal value, int divisor) {
    return value.divide(BigDecimal.valueOf(divisor), PRECISION);
  }
}
