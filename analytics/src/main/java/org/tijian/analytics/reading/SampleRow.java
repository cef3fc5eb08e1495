package org.tijian.analytics.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a period as the table {@code sample} keeps them: factors in alphabetical order,
 * each kind of value as one array.
 *
 * @param contentHash first 64 bits of SHA-256 over factors, values and marks: tells an equal
 *     re-send from a differing one
 * @param value one for each factor, NaN if absent
 * @param minimum as value, or null if no factor has one
 * @param maximum likewise
 * @param amount likewise
 * @param converted likewise
 * @param mark an array literal of PostgreSQL, or null if every mark is normal
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the database, never compared
record SampleRow(
    List<String> factors,
    long contentHash,
    double[] value,
    double @Nullable [] minimum,
    double @Nullable [] maximum,
    double @Nullable [] amount,
    double @Nullable [] converted,
    @Nullable String mark) {

  private static final Comparator<FactorReading> BY_FACTOR =
      Comparator.comparing(FactorReading::factor);

  static SampleRow of(PeriodReadings readings) {
    List<FactorReading> sorted = new ArrayList<>(readings.factors());
    sorted.sort(BY_FACTOR);
    List<String> factors = new ArrayList<>(sorted.size());
    boolean normal = true;
    for (FactorReading reading : sorted) {
      factors.add(reading.factor());
      normal &= reading.flag().isNormal();
    }
    return new SampleRow(
        factors,
        ContentHash.of(sorted),
        numbers(sorted, FactorReading::value),
        unlessEmpty(numbers(sorted, FactorReading::minimum)),
        unlessEmpty(numbers(sorted, FactorReading::maximum)),
        unlessEmpty(numbers(sorted, FactorReading::amount)),
        unlessEmpty(numbers(sorted, FactorReading::converted)),
        normal ? null : marks(sorted));
  }

  private static double[] numbers(
      List<FactorReading> factors, Function<FactorReading, @Nullable Double> column) {
    double[] numbers = new double[factors.size()];
    for (int i = 0; i < numbers.length; i++) {
      Double number = column.apply(factors.get(i));
      numbers[i] = number == null ? Double.NaN : number;
    }
    return numbers;
  }

  private static double @Nullable [] unlessEmpty(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        return numbers;
      }
    }
    return null;
  }

  private static String marks(List<FactorReading> factors) {
    return factors.stream()
        .map(f -> '"' + f.flag().code().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
