package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/**
 * Bias adjustment factor: a monitor that reads low by more than chance explains is raised.
 *
 * <pre>d > |cc|:  BAF = 1 + |d| / mean CEM,   otherwise 1</pre>
 *
 * 40 CFR 75 appendix A, 7.6 (equations ). Low emitters may use 1.111 where more comes
 * out; here they always do.
 */
final class BiasAdjustment {
  private static final int DECIMALS = 3;

  private BiasAdjustment() {}

  static BigDecimal factor(Rule rule, PairedComparison c) {
    BigDecimal factor = Rounding.round(computed(rule, c), DECIMALS);
    return rule.parameter("bias") != 0 && isLowEmitter(rule, c)
        ? factor.min(BigDecimal.valueOf(rule.parameter("low-emitter-factor")))
        : factor;
  }

  /** Unrounded and uncapped. */
  static BigDecimal computed(Rule rule, PairedComparison c) {
    boolean isBiasedLow = c.meanDifference().compareTo(c.confidence().abs()) > 0;
    return rule.parameter("bias") == 0 || !isBiasedLow
        ? BigDecimal.ONE
        : BigDecimal.ONE.add(Arithmetic.over(c.meanDifference().abs(), c.meanMonitor()));
  }

  private static boolean isLowEmitter(Rule rule, PairedComparison c) {
    Double most = rule.parameters().get("low-emitter-at-most");
    return most != null
        && Rounding.round(c.meanReference(), rule.parameter("low-emitter-decimals").intValue())
                .compareTo(BigDecimal.valueOf(most))
            <= 0;
  }
}
