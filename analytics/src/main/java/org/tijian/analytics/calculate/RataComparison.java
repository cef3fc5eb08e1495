package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/** Writes down what a relative accuracy was held against, in the order of the judgement. */
record RataComparison(Sheet sheet, Rule rule, PairedComparison sums) {

  /**
   * @param accuracy in per cent, as it is told
   */
  void write(Limit limit, BigDecimal accuracy) {
    BigDecimal compared = Rounding.round(accuracy, 1);
    boolean isAnnual = sheet.isAtMost("RA (4QTRS)", compared, parameter("annual"), "%");
    if (!isAnnual && !isAlternative("alternative-annual", "annual-difference-decimals", "4QTRS")) {
      BigDecimal most = Arithmetic.decimal(limit.quantity().value());
      if (!sheet.isAtMost("RA (2QTRS)", compared, most, "%")) {
        isAlternative("alternative", "difference-decimals", "2QTRS");
      }
    }
    writeBias();
  }

  private boolean isAlternative(String alternative, String decimals, String frequency) {
    if (!rule.parameters().containsKey(alternative) || !isLowEnough()) {
      return false;
    }
    boolean withConfidence = rule.parameters().containsKey("with-confidence");
    BigDecimal difference = sums.meanDifference().abs();
    BigDecimal found = withConfidence ? difference.add(sums.confidence().abs()) : difference;
    return sheet.isAtMost(
        (withConfidence ? "|d| + |cc|" : "|d|") + " (" + frequency + ")",
        Rounding.round(found, rule.parameter(decimals).intValue()),
        parameter(alternative),
        "");
  }

  private boolean isLowEnough() {
    if (!rule.parameters().containsKey("reference-at-most")) {
      return true;
    }
    int decimals = rule.parameter("reference-decimals").intValue();
    return sheet.isAtMost(
        "RM", Rounding.round(sums.meanReference(), decimals), parameter("reference-at-most"), "");
  }

  private void writeBias() {
    if (rule.parameter("bias") != 0
        && !sheet.isAtMost("d", sums.meanDifference(), sums.confidence().abs(), "")) {
      sheet.step(
          "BAF",
          "偏差调整系数",
          "bias adjustment factor",
          "1 + %s / %s".formatted(shown(sums.meanDifference()), shown(sums.meanMonitor())),
          BiasAdjustment.computed(rule, sums),
          "1");
    }
  }

  private BigDecimal parameter(String name) {
    return Arithmetic.decimal(rule.parameter(name));
  }
}
