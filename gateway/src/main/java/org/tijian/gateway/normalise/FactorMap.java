package org.tijian.gateway.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.site.Dialect;

/**
 * A logger's factor codes as ours: its own names first, then the codes of 2005 where it uses these.
 * What is in neither keeps its code; where two would become one, the second keeps its code too.
 */
final class FactorMap {
  private static final String TABLE = "factors-2005.csv";
  private static final Map<String, Same> FROM_2005 = table();

  /**
   * @param times what values are multiplied by, since the editions print different units
   */
  private record Same(String code, double times) {}

  private FactorMap() {}

  static List<FactorReading> apply(Dialect dialect, List<FactorReading> readings) {
    boolean from2005 = dialect.factorMap() == Dialect.FactorMap.FROM_2005;
    if (!from2005 && dialect.ownFactors().isEmpty()) {
      return readings;
    }
    Map<String, FactorReading> mapped = new LinkedHashMap<>();
    for (FactorReading reading : readings) {
      FactorReading ours = mapped(dialect, from2005, reading);
      boolean taken = mapped.containsKey(ours.factor());
      mapped.putIfAbsent(taken ? reading.factor() : ours.factor(), taken ? reading : ours);
    }
    return List.copyOf(mapped.values());
  }

  private static FactorReading mapped(Dialect dialect, boolean from2005, FactorReading reading) {
    String own = dialect.ownFactors().getOrDefault(reading.factor(), reading.factor());
    Same same = from2005 ? FROM_2005.get(own) : null;
    return same == null ? renamed(reading, own, 1) : renamed(reading, same.code(), same.times());
  }

  private static FactorReading renamed(FactorReading reading, String code, double times) {
    return new FactorReading(
        code,
        scaled(reading.value(), times),
        scaled(reading.minimum(), times),
        scaled(reading.maximum(), times),
        reading.amount(),
        scaled(reading.converted(), times),
        reading.flag());
  }

  private static @Nullable Double scaled(@Nullable Double value, double times) {
    return value == null ? null : value * times;
  }

  private static Map<String, Same> table() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FactorMap.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
      Function<String[], Same> same = cells -> new Same(cells[1], Double.parseDouble(cells[2]));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("code"))
          .map(line -> line.split(",", -1))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], same));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
