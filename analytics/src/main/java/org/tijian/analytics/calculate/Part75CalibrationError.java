package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/**
 * Calibration error of one injection.
 *
 * <pre>
 * gas, flow, Hg:  CE = |R - A| / S * 100     40 CFR 75 appendix A, equations A-5 and A-6
 * CO2, O2:        CE = |R - A|
 * </pre>
 *
 * Where the limit is not kept and the alternative is, the difference itself is the result.
 */
record Part75CalibrationError(RuleBook rules, Clauses clauses) {
  private static final BigDecimal LARGEST = new BigDecimal("9999.9");
  private static final Set<String> LEVELS = Set.of("ZERO", "LOW", "MID", "HIGH");
  private static final Set<String> ANY_LEVEL = Set.of("ZERO", "LOW", "MID", "HIGH", "UPSCALE");

  /** An injection of a seven-day test; with a reported error, whether it leaves the test passed. */
  Sheet sevenDay(Inputs inputs) {
    if (inputs.has("reported_error")) {
      return outcome(inputs);
    }
    inputs.date("injected_at");
    Sheet sheet = sheet(inputs);
    // Without the span nobody knows the range the gas was chosen for, nor without its level.
    boolean isKnown =
        inputs.optionalPositive("span").isPresent() && LEVELS.contains(inputs.text("level"));
    return isKnown ? judge(sheet, inputs) : sheet.put("error", null).put("aps_ind", null);
  }

  /** An injection of the demonstration that a monitor may be calibrated while its unit is down. */
  Sheet onlineOffline(Inputs inputs) {
    inputs.word("level", ANY_LEVEL);
    inputs.word("condition", Set.of("ONLINE", "OFFLINE"));
    return judge(sheet(inputs), inputs);
  }

  private Sheet outcome(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.calibration-tolerance");
    inputs.word("level", ANY_LEVEL);
    BigDecimal reported = inputs.notNegative("reported_error");
    BigDecimal tolerance =
        inputs.has("tolerance") ? inputs.notNegative("tolerance") : clause.constant("tolerance");
    Sheet sheet = sheet(inputs).and(clause);
    BigDecimal error = error(sheet, rule(inputs), inputs);
    boolean isAccepted = error.subtract(reported).abs().compareTo(tolerance) <= 0;
    boolean isKept =
        sheet.isAtMost("CE", error, limit(inputs), "")
            || (isAccepted && sheet.isAtMost("CE_rep", reported, limit(inputs), ""));
    String result = isKept ? "PASSED" : "FAILED";
    return sheet
        .put("error", error)
        .put(
            "result",
            RataOutcome.worse(result, RataOutcome.result(inputs, "prior_result").orElse(result)));
  }

  private Sheet judge(Sheet sheet, Inputs inputs) {
    Rule rule = rule(inputs);
    BigDecimal error = error(sheet, rule, inputs);
    if (sheet.isAtMost("CE", error, limit(inputs), "")) {
      return sheet.put("error", error).put("aps_ind", 0);
    }
    return alternative(sheet, rule, inputs)
        .map(alternative -> sheet.put("error", alternative).put("aps_ind", 1))
        .orElseGet(() -> sheet.put("error", error).put("aps_ind", 0));
  }

  private Sheet sheet(Inputs inputs) {
    Rule rule = rule(inputs);
    BigDecimal limit = limit(inputs);
    return new Sheet(
            Clause.of(rule),
            rule.parameter("of-span") == 0 ? "CE = |R - A|" : "CE = |R - A| / S × 100")
        .with("L", "限值", "limit", limit, "1")
        .with("R", "标准气体", "reference gas", inputs.number("reference"), "1")
        .with("A", "仪器示值", "monitor", inputs.number("measured"), "1");
  }

  private Rule rule(Inputs inputs) {
    return Part75.rule(rules, Part75.CALIBRATION_ERROR, inputs, "component_type");
  }

  private BigDecimal limit(Inputs inputs) {
    return Arithmetic.decimal(Part75.limit(rule(inputs), inputs, "injected_at").quantity().value());
  }

  private static BigDecimal difference(Inputs inputs) {
    return inputs.number("reference").subtract(inputs.number("measured")).abs();
  }

  private static BigDecimal error(Sheet sheet, Rule rule, Inputs inputs) {
    BigDecimal difference = difference(inputs);
    String terms =
        "|%s - %s|".formatted(shown(inputs.number("reference")), shown(inputs.number("measured")));
    boolean isOfSpan = rule.parameter("of-span") != 0;
    BigDecimal error =
        isOfSpan ? Arithmetic.percent(difference, inputs.positive("span")) : difference;
    String expression =
        isOfSpan ? terms + " / " + shown(inputs.positive("span")) + " × 100" : terms;
    sheet.step("CE", "校准误差", "calibration error", expression, error, isOfSpan ? "%" : "1");
    return Rounding.round(error, rule.parameter("decimals").intValue()).min(LARGEST);
  }

  /** The difference, where the span is small enough for it and it is small enough to pass. */
  private static Optional<BigDecimal> alternative(Sheet sheet, Rule rule, Inputs inputs) {
    if (!rule.parameters().containsKey("alternative") || !isSmall(rule, inputs)) {
      return Optional.empty();
    }
    BigDecimal rounded =
        Rounding.round(difference(inputs), rule.parameter("alternative-decimals").intValue());
    return Optional.of(rounded)
        .filter(
            r ->
                sheet.isAtMost(
                    "|R - A|", r, Arithmetic.decimal(rule.parameter("alternative")), ""));
  }

  private static boolean isSmall(Rule rule, Inputs inputs) {
    BigDecimal span = inputs.positive("span");
    Double below = rule.parameters().get("span-below");
    Double atMost = rule.parameters().get("span-at-most");
    return (below == null || span.compareTo(BigDecimal.valueOf(below)) < 0)
        && (atMost == null || span.compareTo(BigDecimal.valueOf(atMost)) <= 0);
  }
}
