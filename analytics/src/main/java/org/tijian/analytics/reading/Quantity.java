package org.tijian.analytics.reading;

/**
 * A number that never travels without its unit.
 *
 * @param value finite; NaN is not a measurement
 * @param unit the unit the standard writes, for example {@code mg/m3} or {@code %FS}
 */
public record Quantity(double value, String unit) {
  public Quantity {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s %s is not a measured value".formatted(value, unit));
    }
  }
}
