package org.tijian.gateway.emulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a logger writes them: fixed decimals, half away from zero, never {@code -0}. */
final class Decimals {
  private Decimals() {}

  static String text(double value, int decimals) {
    return of(value, decimals).toPlainString();
  }

  static BigDecimal of(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
