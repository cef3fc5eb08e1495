package org.tijian.analytics.statistic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Decimal sums as the standards do them: 34 digits carried, nothing rounded on the way. */
public final class Arithmetic {
  public static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  static final MathContext PRECISION = MathContext.DECIMAL128;

  private Arithmetic() {}

  /**
   * @throws ArithmeticException if the divisor is zero
   */
  public static BigDecimal over(BigDecimal value, BigDecimal divisor) {
    return value.divide(divisor, PRECISION);
  }

  public static BigDecimal over(BigDecimal value, long divisor) {
    return over(value, BigDecimal.valueOf(divisor));
  }

  /** How many hundredths of the whole the part is. */
  public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return over(part.multiply(HUNDRED), whole);
  }

  public static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * @throws ArithmeticException if there are no values
   */
  public static BigDecimal mean(List<BigDecimal> values) {
    return over(sum(values), values.size());
  }

  /** Sum of (x_i - mean x) (y_i - mean y). */
  public static BigDecimal scatter(List<BigDecimal> x, List<BigDecimal> y) {
    BigDecimal meanX = mean(x);
    BigDecimal meanY = mean(y);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.size(); i++) {
      sum = sum.add(x.get(i).subtract(meanX).multiply(y.get(i).subtract(meanY)));
    }
    return sum.round(PRECISION);
  }

  /** Standard deviation of a sample of two or more: divided by n - 1. */
  public static BigDecimal standardDeviation(List<BigDecimal> values) {
    return root(over(scatter(values, values), values.size() - 1L));
  }

  /**
   * @param value zero or more; what rounding left a hair below zero counts as zero
   */
  public static BigDecimal root(BigDecimal value) {
    return value.max(BigDecimal.ZERO).sqrt(PRECISION);
  }

  /** A double as the decimal that people see of it. */
  public static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  /**
   * @param digits significant digits that are kept
   */
  public static BigDecimal significant(BigDecimal value, int digits) {
    return value.round(new MathContext(digits, java.math.RoundingMode.HALF_UP));
  }
}
