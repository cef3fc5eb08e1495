package org.tijian.gateway.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.gateway.codec.Field;

/**
 * Gathers {@code a21026-Avg=..}, {@code a21026-Flag=..} and so on into one reading per factor.
 * Fields that are not understood stay in the raw frame only, as does a second value for the same
 * field.
 */
final class FactorFields {
  private static final int LONGEST_FACTOR = 16;

  private final Map<String, FactorValues> byFactor = new LinkedHashMap<>();
  private @Nullable FactorValues newest;

  static List<FactorReading> readings(List<List<Field>> data) {
    FactorFields fields = new FactorFields();
    for (List<Field> item : data) {
      for (Field field : item) {
        fields.add(field);
      }
    }
    List<FactorReading> readings = new ArrayList<>(fields.byFactor.size());
    for (FactorValues values : fields.byFactor.values()) {
      FactorReading reading = values.reading();
      if (saysSomething(reading)) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private void add(Field field) {
    String name = field.name();
    int dash = name.indexOf('-');
    if (isFactor(name, dash)) {
      of(name, dash).put(name.substring(dash + 1), field.value());
    }
  }

  /** The fields of a factor stand together, normally. */
  private FactorValues of(String name, int dash) {
    FactorValues known = newest;
    if (known == null || !known.isOf(name, dash)) {
      known = byFactor.computeIfAbsent(name.substring(0, dash), FactorValues::new);
      newest = known;
    }
    return known;
  }

  private static boolean isFactor(String name, int length) {
    if (length < 1 || length > LONGEST_FACTOR) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }

  /** Any number at all, or a mark that tells why there is none. */
  private static boolean saysSomething(FactorReading reading) {
    return reading.value() != null
        || reading.minimum() != null
        || reading.maximum() != null
        || reading.amount() != null
        || reading.converted() != null
        || !reading.flag().isNormal();
  }
}
