package org.tijian.analytics.statistic;

import java.util.Arrays;

/**
 * Where the level of a series changes most, by cumulative sums (Page 1954; Taylor's form around the
 * mean).
 *
 * <pre>
 * S_0 = 0,  S_i = S_(i-1) + (x_i - mean)       the change lies after the i with the largest |S_i|
 * </pre>
 *
 * @param at place of the first value of the new level
 * @param before median of the values before it
 * @param after median of the values from it on
 */
public record ChangePoint(int at, double before, double after) {
  private static final int LEAST = 4;

  /**
   * @param values none missing; four or more
   */
  public static ChangePoint of(double[] values) {
    if (values.length < LEAST) {
      throw new IllegalArgumentException("a change point needs four values: " + values.length);
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double sum = 0;
    double largest = -1;
    int at = 1;
    for (int i = 0; i + 1 < values.length; i++) {
      sum += values[i] - mean;
      if (Math.abs(sum) > largest) {
        largest = Math.abs(sum);
        at = i + 1;
      }
    }
    return new ChangePoint(
        at,
        Robust.median(Arrays.copyOfRange(values, 0, at)),
        Robust.median(Arrays.copyOfRange(values, at, values.length)));
  }

  public double shift() {
    return after - before;
  }
}
