package org.tijian.gateway.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an hour of its minutes, factor by factor, as the logger would. */
final class HourMeans {
  private static final int VALID_MINUTES = 45;
  private static final int MAJORITY = 31;

  private HourMeans() {}

  /**
   * @param minutes the minutes that were recorded, at least one; all with the same factors
   */
  static List<EmulatedReading> of(List<List<EmulatedReading>> minutes) {
    List<EmulatedReading> hour = new ArrayList<>();
    for (int i = 0; i < minutes.get(0).size(); i++) {
      int factor = i;
      hour.add(mean(minutes.stream().map(minute -> minute.get(factor)).toList()));
    }
    return hour;
  }

  private static EmulatedReading mean(List<EmulatedReading> minutes) {
    List<EmulatedReading> normal = minutes.stream().filter(EmulatedReading::isNormal).toList();
    List<EmulatedReading> counted = normal.isEmpty() ? minutes : normal;
    EmulatedFactor factor = counted.get(0).factor();
    return new EmulatedReading(
            factor,
            values(counted, EmulatedReading::minimum).min(Double::compare).orElseThrow(),
            factor.rounded(
                counted.stream().mapToDouble(EmulatedReading::average).average().orElseThrow()),
            values(counted, EmulatedReading::maximum).max(Double::compare).orElseThrow(),
            null,
            null,
            flag(minutes, normal.size()))
        .withAmount(amount(minutes));
  }

  private static Stream<Double> values(
      List<EmulatedReading> minutes, ToDoubleFunction<EmulatedReading> value) {
    return minutes.stream().map(value::applyAsDouble);
  }

  private static @Nullable Double amount(List<EmulatedReading> minutes) {
    List<Double> amounts =
        minutes.stream().map(EmulatedReading::amount).filter(Objects::nonNull).toList();
    return amounts.isEmpty() ? null : amounts.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String flag(List<EmulatedReading> minutes, int normal) {
    if (normal >= VALID_MINUTES) {
      return "N";
    }
    Map<String, Long> marks =
        minutes.stream()
            .map(EmulatedReading::flag)
            .collect(Collectors.groupingBy(m -> m, TreeMap::new, Collectors.counting()));
    return marks.entrySet().stream()
        .filter(mark -> !mark.getKey().equals("N") && mark.getValue() >= MAJORITY)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("D");
  }
}
