package org.tijian.analytics.reading;

import org.jspecify.annotations.Nullable;

/**
 * One factor's values in one period, in the unit that HJ 212-2017 annex B prints for the factor.
 *
 * @param factor code of HJ 212-2017, for example {@code a21026}
 * @param value mean of the period (Avg), or the momentary value (Rtd) of real-time data; null if
 *     only other values were sent
 * @param minimum smallest value in the period (Min)
 * @param maximum largest value in the period (Max)
 * @param amount emitted amount in the period (Cou)
 * @param converted value converted to the reference oxygen content (折算, ZsAvg or ZsRtd)
 * @param flag data mark; {@link DataFlag#NORMAL} if none was sent
 */
public record FactorReading(
    String factor,
    @Nullable Double value,
    @Nullable Double minimum,
    @Nullable Double maximum,
    @Nullable Double amount,
    @Nullable Double converted,
    DataFlag flag) {

  public FactorReading {
    requireFinite(factor, value);
    requireFinite(factor, minimum);
    requireFinite(factor, maximum);
    requireFinite(factor, amount);
    requireFinite(factor, converted);
  }

  private static void requireFinite(String factor, @Nullable Double value) {
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s of %s is not a measured value".formatted(value, factor));
    }
  }
}
