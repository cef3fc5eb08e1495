package org.tijian.analytics.standard;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Texts {
  private Texts() {}

  /** No exponent, no trailing zeros. */
  static String plain(double value) {
    BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
    return stripped.signum() == 0 ? "0" : stripped.toPlainString();
  }
}
