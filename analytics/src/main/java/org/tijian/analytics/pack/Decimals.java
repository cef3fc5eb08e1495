package org.tijian.analytics.pack;

import org.jspecify.annotations.Nullable;

/**
 * Doubles as whole numbers of a power of ten: what a logger writes as decimal text with at most 15
 * digits comes back as the very same double. Values that do not (sums computed in binary, -0.0) are
 * exceptions and kept as they are.
 *
 * @param places decimal places, 0 to {@value #MOST}
 * @param numbers value times ten to the power of {@code places}; at an exception the number before
 * @param exceptions indices of the values that {@code numbers} does not stand for, ascending
 */
record Decimals(int places, long[] numbers, int[] exceptions) {
  private static final int MOST = 15;
  private static final int NONE = MOST + 1;

  /** Up to here every whole number is a double, and so the division by a power is exact. */
  private static final double LARGEST = 1L << 53;

  private static final double[] POWERS = powers();

  /** One exception in so many values costs less than a further decimal place for all. */
  private static final int RARE = 64;

  /**
   * @return null if too many of the values are no decimals
   */
  static @Nullable Decimals of(double[] values) {
    int[] counts = new int[NONE + 1];
    int[] needed = new int[values.length];
    int guess = 0;
    for (int i = 0; i < values.length; i++) {
      guess = places(values[i], guess);
      needed[i] = guess;
      counts[guess]++;
      guess = guess == NONE ? 0 : guess;
    }
    int places = fewest(counts, values.length);
    return places == NONE ? null : at(places, values, needed);
  }

  double value(int index) {
    return toDouble(numbers[index], places);
  }

  static double toDouble(long number, int places) {
    return number / POWERS[places];
  }

  static long power(int places) {
    return (long) POWERS[places];
  }

  /** Fewest places that hold the value; starts at a guess because neighbours mostly agree. */
  private static int places(double value, int guess) {
    int least = isHeld(value, guess) ? 0 : guess + 1;
    int most = isHeld(value, guess) ? guess : MOST;
    for (int places = least; places <= most; places++) {
      if (isHeld(value, places)) {
        return places;
      }
    }
    return NONE;
  }

  private static boolean isHeld(double value, int places) {
    double scaled = value * POWERS[places];
    return Math.abs(scaled) < LARGEST
        && Double.doubleToRawLongBits(Math.round(scaled) / POWERS[places])
            == Double.doubleToRawLongBits(value);
  }

  private static int fewest(int[] counts, int total) {
    if (counts[NONE] > total / 4) {
      return NONE;
    }
    int rest = total - counts[NONE];
    for (int places = 0; places <= MOST; places++) {
      rest -= counts[places];
      if (rest * RARE <= total && (rest == 0 || total >= RARE)) {
        return places;
      }
    }
    return NONE;
  }

  private static Decimals at(int places, double[] values, int[] needed) {
    long[] numbers = new long[values.length];
    int[] exceptions = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (needed[i] <= places && isHeld(values[i], places)) {
        numbers[i] = Math.round(values[i] * POWERS[places]);
      } else {
        numbers[i] = i == 0 ? 0 : numbers[i - 1];
        exceptions[count++] = i;
      }
    }
    return new Decimals(places, numbers, java.util.Arrays.copyOf(exceptions, count));
  }

  private static double[] powers() {
    double[] powers = new double[MOST + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
