package org.tijian.gateway.normalise;

import java.util.regex.Pattern;

/**
 * Numbers as loggers write them. A frame carries some fifty, so the usual few digits are read
 * without a detour; the result is always the one of {@link Double#parseDouble}.
 */
final class Decimal {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Whole numbers of so many digits are exact as a double, and so is 10 to that power. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = powers();

  private Decimal() {}

  /**
   * @return NaN if the text is no decimal number, infinite if it is too large for a double
   */
  static double parse(String text) {
    int length = text.length();
    int from = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    long number = 0;
    int digits = 0;
    int decimals = -1;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && digits < EXACT_DIGITS) {
        number = 10 * number + (c - '0');
        digits++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (c == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return parseUnusual(text);
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    // Both exact, so that their quotient is rounded once, as the decimal number would be.
    double value = number / POWERS[Math.max(decimals, 0)];
    return text.charAt(0) == '-' ? -value : value;
  }

  private static double parseUnusual(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static double[] powers() {
    double[] powers = new double[EXACT_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = 10 * powers[i - 1];
    }
    return powers;
  }
}
