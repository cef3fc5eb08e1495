package org.tijian.analytics.statistic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding half away from zero, the only kind the standards at hand use. */
public final class Rounding {
  private Rounding() {}

  public static BigDecimal round(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Rounds the decimal that people see of a double: 2.675 becomes 2.68, not 2.67. */
  public static double round(double value, int decimals) {
    return round(BigDecimal.valueOf(value), decimals).doubleValue();
  }

  /** The number as people write it: no exponent, no trailing zeros, at most the given decimals. */
  public static String plain(double value, int decimals) {
    BigDecimal rounded = round(BigDecimal.valueOf(value), decimals).stripTrailingZeros();
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
  }
}
