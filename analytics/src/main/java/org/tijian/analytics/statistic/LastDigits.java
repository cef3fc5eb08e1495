package org.tijian.analytics.statistic;

import java.math.BigDecimal;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether the last digits of measured values are spread as chance spreads them: Pearson's test of
 * fit against nine equally frequent digits, 1 to 9.
 *
 * <pre>
 * X2 = sum over d of (n_d - n/9)^2 / (n/9)       p = P(chi2(8) >= X2)
 * </pre>
 *
 * Zero is left out: loggers that send so many significant digits give large values one decimal
 * less, which then seem to end in zero. The test means nothing unless the values spread over many
 * times their last digit.
 *
 * @param n values that do not end in zero
 * @param chiSquared X2
 * @param p probability of such a spread or a worse one by chance alone
 */
public record LastDigits(int n, double chiSquared, double p) {
  private static final int TEN = 10;
  private static final int DIGITS = 9;
  private static final int MOST_DECIMALS = 5;
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4};

  /** With a few decimals more it is still far below 2^53, up to which whole numbers are exact. */
  private static final double LARGEST_TOLD = 1e9;

  /**
   * @param values as sent; NaN is left out
   * @param digit least digit of the values, for example 0.1; above zero
   */
  public static LastDigits of(double[] values, double digit) {
    int[] counts = new int[TEN];
    for (double value : Robust.known(values)) {
      counts[(int) (Math.abs(Math.round(value / digit)) % TEN)]++;
    }
    return of(Arrays.copyOfRange(counts, 1, TEN));
  }

  /**
   * @param counts how often each of the digits 1 to 9 stands last
   */
  public static LastDigits of(int[] counts) {
    int n = Arrays.stream(counts).sum();
    double expected = n / (double) DIGITS;
    double sum = 0;
    for (int count : counts) {
      sum += n == 0 ? 0 : (count - expected) * (count - expected) / expected;
    }
    double p = 1 - new ChiSquaredDistribution(null, DIGITS - 1).cumulativeProbability(sum);
    return new LastDigits(n, sum, p);
  }

  /**
   * The least digit that values were sent with: the smallest power of ten in which all of them are
   * whole, down to a hundred-thousandth; NaN if there is no value.
   */
  public static double leastDigit(double[] values) {
    int decimals = -1;
    for (double value : values) {
      if (decimals < MOST_DECIMALS && !Double.isNaN(value) && !isWhole(value, decimals)) {
        int scale = BigDecimal.valueOf(value).stripTrailingZeros().scale();
        decimals = Math.max(decimals, Math.max(0, scale));
      }
    }
    return decimals < 0 ? Double.NaN : Math.pow(TEN, -Math.min(decimals, MOST_DECIMALS));
  }

  /**
   * Whether the value is the double next to a number of so many decimals, and so is written with no
   * more: nearly all values of a series are, and need not be written out to be told. False also
   * where it would have to be.
   */
  private static boolean isWhole(double value, int decimals) {
    if (decimals < 0 || Math.abs(value) > LARGEST_TOLD) {
      return false;
    }
    double tens = POWERS[decimals];
    return Math.rint(value * tens) / tens == value;
  }
}
