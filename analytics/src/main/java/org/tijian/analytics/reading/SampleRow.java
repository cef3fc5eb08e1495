package org.tijian.analytics.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The readings of a period as the table {@code sample} keeps them: factors in alphabetical order,
 * each kind of value as one array literal of PostgreSQL.
 *
 * @param contentHash first 64 bits of SHA-256 over factors, values and marks: tells an equal
 *     re-send from a differing one
 */
record SampleRow(
    List<String> factors,
    long contentHash,
    String value,
    @Nullable String minimum,
    @Nullable String maximum,
    @Nullable String amount,
    @Nullable String converted,
    @Nullable String mark) {

  static SampleRow of(PeriodReadings readings) {
    List<FactorReading> sorted =
        readings.factors().stream().sorted(Comparator.comparing(FactorReading::factor)).toList();
    return new SampleRow(
        sorted.stream().map(FactorReading::factor).toList(),
        hash(sorted),
        numbers(sorted, FactorReading::value),
        unlessEmpty(sorted, FactorReading::minimum),
        unlessEmpty(sorted, FactorReading::maximum),
        unlessEmpty(sorted, FactorReading::amount),
        unlessEmpty(sorted, FactorReading::converted),
        sorted.stream().allMatch(f -> f.flag().isNormal()) ? null : marks(sorted));
  }

  private static @Nullable String unlessEmpty(
      List<FactorReading> factors, Function<FactorReading, @Nullable Double> column) {
    return factors.stream().allMatch(f -> column.apply(f) == null)
        ? null
        : numbers(factors, column);
  }

  private static String numbers(
      List<FactorReading> factors, Function<FactorReading, @Nullable Double> column) {
    StringBuilder literal = new StringBuilder("{");
    for (FactorReading factor : factors) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      Double number = column.apply(factor);
      literal.append(number == null ? "NULL" : number.toString());
    }
    return literal.append('}').toString();
  }

  private static String marks(List<FactorReading> factors) {
    return factors.stream()
        .map(f -> '"' + f.flag().code().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static long hash(List<FactorReading> factors) {
    ByteArrayOutputStream content = new ByteArrayOutputStream(64 * factors.size());
    DataOutputStream out = new DataOutputStream(content);
    try {
      for (FactorReading factor : factors) {
        out.writeUTF(factor.factor());
        write(out, factor.value());
        write(out, factor.minimum());
        write(out, factor.maximum());
        write(out, factor.amount());
        write(out, factor.converted());
        out.writeUTF(factor.flag().code());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return ByteBuffer.wrap(Digest.sha256().digest(content.toByteArray())).getLong();
  }

  /** No value is written as NaN, which no measured value is. */
  private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
    out.writeDouble(number == null ? Double.NaN : number);
  }
}
