package org.tijian.gateway.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.gateway.codec.Field;

/**
 * Gathers {@code a21026-Avg=..}, {@code a21026-Flag=..} and so on into one reading per factor.
 * Fields that are not understood stay in the raw frame only, as does a second value for the same
 * field.
 */
final class FactorFields {
  private static final Pattern FACTOR = Pattern.compile("[0-9A-Za-z]{1,16}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final int LONGEST_MARK = 4;

  private final Map<String, Map<String, String>> byFactor = new LinkedHashMap<>();

  static List<FactorReading> readings(List<List<Field>> data) {
    FactorFields fields = new FactorFields();
    data.forEach(item -> item.forEach(fields::add));
    List<FactorReading> readings = new ArrayList<>();
    fields.byFactor.forEach((factor, values) -> readings.add(reading(factor, values)));
    return readings.stream().filter(FactorFields::saysSomething).toList();
  }

  private void add(Field field) {
    int dash = field.name().indexOf('-');
    if (dash > 0 && FACTOR.matcher(field.name().substring(0, dash)).matches()) {
      byFactor
          .computeIfAbsent(field.name().substring(0, dash), factor -> new HashMap<>())
          .putIfAbsent(field.name().substring(dash + 1), field.value());
    }
  }

  private static FactorReading reading(String factor, Map<String, String> values) {
    return new FactorReading(
        factor,
        number(values, "Avg", "Rtd"),
        number(values, "Min"),
        number(values, "Max"),
        number(values, "Cou"),
        number(values, "ZsAvg", "ZsRtd"),
        flag(values.get("Flag")));
  }

  /** The first of the names that carries a number. */
  private static @Nullable Double number(Map<String, String> values, String... names) {
    for (String name : names) {
      String text = values.get(name);
      if (text != null && NUMBER.matcher(text).matches()) {
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
      }
    }
    return null;
  }

  /** A mark that is too long to be one is kept as far as it fits, and is in any case not normal. */
  private static DataFlag flag(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return DataFlag.NORMAL;
    }
    return new DataFlag(text.length() > LONGEST_MARK ? text.substring(0, LONGEST_MARK) : text);
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
