package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.statistic.Rounding;

/**
 * The results of one test together with their working (计算书): formula, what went in, intermediate
 * values, rounding, limit and clause, enough to redo it by hand.
 */
final class Sheet {
  private final Map<String, @Nullable Object> results = new LinkedHashMap<>();
  private final List<String> formulas = new ArrayList<>();
  private final List<Step> inputs = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<LocalName> told = new ArrayList<>();
  private final List<LocalName> compared = new ArrayList<>();
  private final Set<Clause> clauses = new LinkedHashSet<>();

  Sheet(Clause clause, String... formulas) {
    clauses.add(clause);
    this.formulas.addAll(List.of(formulas));
  }

  /** Another clause that the result rests on. */
  Sheet and(Clause clause) {
    clauses.add(clause);
    return this;
  }

  /** A number that went in. */
  Sheet with(String symbol, String zh, String en, BigDecimal value, String unit) {
    inputs.add(new Step(symbol, new LocalName(zh, en), null, quantity(value, unit)));
    return this;
  }

  /** All numbers of a list that went in, as x_1, x_2 ... */
  Sheet with(String symbol, String zh, String en, List<BigDecimal> values, String unit) {
    for (int i = 0; i < values.size(); i++) {
      with(symbol + "_" + (i + 1), zh, en, values.get(i), unit);
    }
    return this;
  }

  /**
   * An intermediate value.
   *
   * @param expression how it came about, with the numbers put in
   * @return the value
   */
  BigDecimal step(
      String symbol, String zh, String en, String expression, BigDecimal value, String unit) {
    steps.add(new Step(symbol, new LocalName(zh, en), expression, quantity(value, unit)));
    return value;
  }

  Sheet put(String name, @Nullable Object value) {
    results.put(name, value);
    if (!(value instanceof List<?> || value instanceof Map<?, ?>)) {
      String line = name + " = " + (value instanceof BigDecimal n ? WorkingText.shown(n) : value);
      told.add(new LocalName(line, line));
    }
    return this;
  }

  /** A result rounded half away from zero. */
  Sheet round(String name, BigDecimal value, int decimals) {
    results.put(name, Rounding.round(value, decimals));
    String shown = name + " = " + WorkingText.shown(Rounding.round(value, decimals));
    told.add(
        new LocalName(
            shown + "（四舍五入到小数点后 %d 位）".formatted(decimals),
            shown + " (rounded half away from zero to %d decimals)".formatted(decimals)));
    return this;
  }

  /** A list of results, each rounded. */
  Sheet round(String name, List<BigDecimal> values, int decimals) {
    results.put(name, values.stream().map(value -> Rounding.round(value, decimals)).toList());
    return this;
  }

  /** Holds a value against its limit and writes both down. */
  boolean isAtMost(String symbol, BigDecimal found, BigDecimal limit, String unit) {
    boolean kept = found.compareTo(limit) <= 0;
    String line =
        "%s = %s <= %s %s"
            .formatted(symbol, WorkingText.shown(found), WorkingText.shown(limit), unit)
            .strip();
    compared.add(
        new LocalName(line + (kept ? "，成立" : "，不成立"), line + (kept ? ": true" : ": false")));
    return kept;
  }

  boolean isAtLeast(String symbol, BigDecimal found, BigDecimal limit, String unit) {
    boolean kept = found.compareTo(limit) >= 0;
    String line =
        "%s = %s >= %s %s"
            .formatted(symbol, WorkingText.shown(found), WorkingText.shown(limit), unit)
            .strip();
    compared.add(
        new LocalName(line + (kept ? "，成立" : "，不成立"), line + (kept ? ": true" : ": false")));
    return kept;
  }

  Map<String, @Nullable Object> results() {
    return results;
  }

  /** The working, one line a number, in both languages. */
  LocalName working() {
    return new WorkingText(formulas, inputs, steps, told, compared, clauses).text();
  }

  private static Quantity quantity(BigDecimal value, String unit) {
    return new Quantity(value.doubleValue(), unit);
  }
}
