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

/**
 * Makes an hour of its minutes, or a day of its hours, factor by factor, as the logger would.
 *
 * @param valid so many normal parts make a normal whole
 * @param majority a mark that so many parts carry is carried on
 */
record PeriodMeans(int valid, int majority) {
  static final PeriodMeans HOUR = new PeriodMeans(45, 31);
  static final PeriodMeans DAY = new PeriodMeans(20, 13);

  /**
   * @param parts the parts that were recorded, at least one; all with the same factors
   */
  List<EmulatedReading> of(List<List<EmulatedReading>> parts) {
    List<EmulatedReading> hour = new ArrayList<>();
    for (int i = 0; i < parts.get(0).size(); i++) {
      int factor = i;
      hour.add(mean(parts.stream().map(part -> part.get(factor)).toList()));
    }
    return hour;
  }

  private EmulatedReading mean(List<EmulatedReading> parts) {
    List<EmulatedReading> normal = parts.stream().filter(EmulatedReading::isNormal).toList();
    List<EmulatedReading> counted = normal.isEmpty() ? parts : normal;
    EmulatedFactor factor = counted.get(0).factor();
    return new EmulatedReading(
            factor,
            values(counted, EmulatedReading::minimum).min(Double::compare).orElseThrow(),
            factor.rounded(
                counted.stream().mapToDouble(EmulatedReading::average).average().orElseThrow()),
            values(counted, EmulatedReading::maximum).max(Double::compare).orElseThrow(),
            null,
            null,
            flag(parts, normal.size()))
        .withAmount(amount(parts));
  }

  private static Stream<Double> values(
      List<EmulatedReading> parts, ToDoubleFunction<EmulatedReading> value) {
    return parts.stream().map(value::applyAsDouble);
  }

  private static @Nullable Double amount(List<EmulatedReading> parts) {
    List<Double> amounts =
        parts.stream().map(EmulatedReading::amount).filter(Objects::nonNull).toList();
    return amounts.isEmpty() ? null : amounts.stream().mapToDouble(Double::doubleValue).sum();
  }

  private String flag(List<EmulatedReading> parts, int normal) {
    if (normal >= valid) {
      return "N";
    }
    Map<String, Long> marks =
        parts.stream()
            .map(EmulatedReading::flag)
            .collect(Collectors.groupingBy(m -> m, TreeMap::new, Collectors.counting()));
    return marks.entrySet().stream()
        .filter(mark -> !mark.getKey().equals("N") && mark.getValue() >= majority)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("D");
  }
}
