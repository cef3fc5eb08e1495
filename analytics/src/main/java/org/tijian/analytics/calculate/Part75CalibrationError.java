package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.Rounding;

/**
 * Calibration error of one injection of a seven-day test.
 *
 * <pre>
 * gas, flow, Hg:  CE = |R - A| / S * 100     40 CFR 75 appendix A, equations
 * CO2, O2:        CE = |R - A|
 * </pre>
 *
 * Where the limit is not kept and the alternative is, the difference itself is the result.
 */
final class Part75CalibrationError implements Calculation {
  private static final BigDecimal LARGEST = new BigDecimal("9999.9");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> LEVELS = Set.of("ZERO", "LOW", "MID", "HIGH");

  private final RuleBook rules;

  Part75CalibrationError(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public String standard() {
    return Part75.STANDARD;
  }

  @Override
  public String test() {
    return "calibration_error_7day";
  }

  @Override
  public Map<String, @Nullable Object> result(Inputs inputs) {
    Rule rule = Part75.rule(rules, Part75.CALIBRATION_ERROR, inputs, "component_type");
    Limit limit = Part75.limit(rule, inputs, "injected_at");
    BigDecimal difference = inputs.number("reference").subtract(inputs.number("measured")).abs();
    Optional<BigDecimal> span = inputs.optionalPositive("span");
    // Without the span nobody knows the range the gas was chosen for, nor without its level.
    if (span.isEmpty() || !LEVELS.contains(inputs.text("level"))) {
      return told(null, null);
    }
    BigDecimal error = error(rule, difference, span.get());
    if (error.compareTo(BigDecimal.valueOf(limit.quantity().value())) <= 0) {
      return told(error, 0);
    }
    return alternative(rule, difference, span.get())
        .map(alternative -> told(alternative, 1))
        .orElseGet(() -> told(error, 0));
  }

  private static Map<String, @Nullable Object> told(
      @Nullable BigDecimal error, @Nullable Integer alternativeIndicator) {
    return new Result().put("error", error).put("aps_ind", alternativeIndicator).values();
  }

  private static BigDecimal error(Rule rule, BigDecimal difference, BigDecimal span) {
    BigDecimal error =
        rule.parameter("of-span") == 0
            ? difference
            : difference.multiply(HUNDRED).divide(span, MathContext.DECIMAL128);
    return Rounding.round(error, rule.parameter("decimals").intValue()).min(LARGEST);
  }

  /** The difference, where the span is small enough for it and it is small enough to pass. */
  private static Optional<BigDecimal> alternative(
      Rule rule, BigDecimal difference, BigDecimal span) {
    if (!rule.parameters().containsKey("alternative") || !isSmall(rule, span)) {
      return Optional.empty();
    }
    BigDecimal rounded =
        Rounding.round(difference, rule.parameter("alternative-decimals").intValue());
    return Optional.of(rounded)
        .filter(r -> r.compareTo(BigDecimal.valueOf(rule.parameter("alternative"))) <= 0);
  }

  private static boolean isSmall(Rule rule, BigDecimal span) {
    Double below = rule.parameters().get("span-below");
    Double atMost = rule.parameters().get("span-at-most");
    return (below == null || span.compareTo(BigDecimal.valueOf(below)) < 0)
        && (atMost == null || span.compareTo(BigDecimal.valueOf(atMost)) <= 0);
  }
}
