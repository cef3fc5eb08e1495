package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;
import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/** Bias: whether a monitor reads low by more than chance, and what is done to its hours then. */
record Part75Bias(Clauses clauses) {
  private static final Set<String> PARAMETERS = Set.of("SO2C", "NOXC", "NOXR", "FLOW");

  /**
   *
   *
   * <pre>d > |cc|:  BAF = 1 + |d| / mean CEM,   otherwise 1</pre>
   */
  Sheet test(Inputs inputs) {
    BigDecimal d = inputs.number("mean_diff");
    BigDecimal cc = inputs.notNegative("confidence_coef");
    BigDecimal cem = inputs.positive("mean_cem");
    Sheet sheet =
        new Sheet(
                clauses.clause("40cfr75.bias-test"), "d > cc: BAF = 1 + |d| / CEM", "else BAF = 1")
            .with("d", "差值均值（参比减仪器）", "mean difference, reference minus monitor", d, "1")
            .with("cc", "置信系数", "confidence coefficient", cc, "1")
            .with("CEM", "仪器均值", "mean of the monitor", cem, "1");
    boolean isBiased = !sheet.isAtMost("d", d, cc, "");
    BigDecimal factor =
        isBiased ? BigDecimal.ONE.add(Arithmetic.over(d.abs(), cem)) : BigDecimal.ONE;
    sheet.step(
        "BAF",
        "偏差调整系数",
        "bias adjustment factor",
        isBiased ? "1 + %s / %s".formatted(shown(d.abs()), shown(cem)) : "1",
        factor,
        "1");
    return sheet.put("biased", isBiased).round("baf", factor, 3);
  }

  /** Adjusted = unadjusted * BAF, to 0.1 ppm, 0.001 lb/mmBtu or 1000 scfh. */
  Sheet hour(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.hourly-bias-adjustment");
    BigDecimal unadjusted = inputs.notNegative("unadjusted");
    BigDecimal factor = inputs.number("baf");
    if (factor.compareTo(clause.constant("smallest")) < 0) {
      throw inputs.wrong("out-of-range", "baf", "must be 1 or more");
    }
    String parameter = inputs.word("parameter", PARAMETERS).toLowerCase(Locale.ROOT);
    int places = clause.whole(parameter);
    if (inputs.has("round_places")
        && inputs.number("round_places").compareTo(BigDecimal.valueOf(places)) != 0) {
      throw inputs.wrong("unknown-value", "round_places", "must be " + places);
    }
    Sheet sheet =
        new Sheet(clause, "adjusted = unadjusted × BAF")
            .with("x", "调整前", "unadjusted", unadjusted, "1")
            .with("BAF", "偏差调整系数", "bias adjustment factor", factor, "1");
    BigDecimal adjusted = unadjusted.multiply(factor);
    sheet.step(
        "y", "调整后", "adjusted", "%s × %s".formatted(term(unadjusted), term(factor)), adjusted, "1");
    return sheet.put("adjusted", Rounding.round(adjusted, places));
  }
}
