package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Rounding;

/** One kind of test. */
interface Calculation {

  /** As in a question, for example {@code 40CFR75}. */
  String standard();

  /** As in a question, for example {@code rata}. */
  String test();

  /**
   * @return numbers, texts and nulls by name; null says that the test does not bear this result
   * @throws InputException if the question cannot be answered
   */
  Map<String, @Nullable Object> result(Inputs inputs);

  /** Results in the order in which they were put; a map that takes nulls. */
  final class Result {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Result put(String name, @Nullable Object value) {
      values.put(name, value);
      return this;
    }

    Result round(String name, BigDecimal value, int decimals) {
      return put(name, Rounding.round(value, decimals));
    }

    Map<String, @Nullable Object> values() {
      return values;
    }
  }
}
