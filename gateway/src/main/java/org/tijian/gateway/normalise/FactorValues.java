package org.tijian.gateway.normalise;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;

/** The fields of one factor as sent; of a field that comes twice the first. */
final class FactorValues {
  private static final int LONGEST_MARK = 4;

  private final String factor;
  private @Nullable String average;
  private @Nullable String momentary;
  private @Nullable String minimum;
  private @Nullable String maximum;
  private @Nullable String amount;
  private @Nullable String convertedAverage;
  private @Nullable String convertedMomentary;
  private @Nullable String flag;

  FactorValues(String factor) {
    this.factor = factor;
  }

  /** Whether the field name begins with this factor and a hyphen. */
  boolean isOf(String name, int dash) {
    return factor.length() == dash && name.startsWith(factor);
  }

  void put(String field, String value) {
    switch (field) {
      case "Avg" -> average = first(average, value);
      case "Rtd" -> momentary = first(momentary, value);
      case "Min" -> minimum = first(minimum, value);
      case "Max" -> maximum = first(maximum, value);
      case "Cou" -> amount = first(amount, value);
      case "ZsAvg" -> convertedAverage = first(convertedAverage, value);
      case "ZsRtd" -> convertedMomentary = first(convertedMomentary, value);
      case "Flag" -> flag = first(flag, value);
      default -> {
        // Kept in the raw frame only.
      }
    }
  }

  private static String first(@Nullable String known, String value) {
    return known == null ? value : known;
  }

  FactorReading reading() {
    return new FactorReading(
        factor,
        number(average, momentary),
        number(minimum, null),
        number(maximum, null),
        number(amount, null),
        number(convertedAverage, convertedMomentary),
        mark(flag));
  }

  /** The first of the texts that is a number. */
  private static @Nullable Double number(@Nullable String text, @Nullable String otherwise) {
    double number = text == null ? Double.NaN : Decimal.parse(text);
    if (Double.isNaN(number) && otherwise != null) {
      number = Decimal.parse(otherwise);
    }
    return Double.isFinite(number) ? number : null;
  }

  /** A mark that is too long to be one is kept as far as it fits, and is in any case not normal. */
  private static DataFlag mark(@Nullable String text) {
    if (text == null || text.isBlank() || text.equals(DataFlag.NORMAL.code())) {
      return DataFlag.NORMAL;
    }
    return new DataFlag(text.length() > LONGEST_MARK ? text.substring(0, LONGEST_MARK) : text);
  }
}
