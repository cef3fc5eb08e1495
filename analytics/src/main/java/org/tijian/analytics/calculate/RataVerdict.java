package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/**
 * Whether a level passed, by which specification, and for how long it is good. The alternative
 * specification is only looked at where the main one does not do.
 *
 * @param alternativeIndicator 1 if the alternative specification was needed, 0 if not, null if the
 *     level did not pass
 * @param frequency {@code 4QTRS} or {@code 2QTRS}; null if it did not pass, or where all levels of
 *     the test decide together
 * @param result {@code PASSED}, {@code PASSAPS} or {@code FAILED}; null where all levels decide
 */
record RataVerdict(
    @Nullable Integer alternativeIndicator, @Nullable String frequency, @Nullable String result) {
  private static final String ANNUAL = "4QTRS";
  private static final String SEMIANNUAL = "2QTRS";
  private static final int COMPARED_DECIMALS = 1;

  private static final RataVerdict FAILED = new RataVerdict(null, null, "FAILED");

  /**
   * @param accuracy relative accuracy in per cent, as it is told
   */
  static RataVerdict of(Rule rule, Limit limit, PairedComparison c, BigDecimal accuracy) {
    RataVerdict verdict = ofLevel(rule, limit, c, accuracy);
    return rule.parameters().containsKey("levels")
        ? new RataVerdict(verdict.alternativeIndicator, null, null)
        : verdict;
  }

  boolean isPassed() {
    return alternativeIndicator != null;
  }

  private static RataVerdict ofLevel(
      Rule rule, Limit limit, PairedComparison c, BigDecimal accuracy) {
    BigDecimal compared = Rounding.round(accuracy, COMPARED_DECIMALS);
    if (isAtMost(compared, rule.parameter("annual"))) {
      return new RataVerdict(0, ANNUAL, "PASSED");
    }
    if (meetsAlternative(rule, c, "alternative-annual", "annual-difference-decimals")) {
      return new RataVerdict(1, ANNUAL, "PASSAPS");
    }
    if (isAtMost(compared, limit.quantity().value())) {
      return new RataVerdict(0, SEMIANNUAL, "PASSED");
    }
    return meetsAlternative(rule, c, "alternative", "difference-decimals")
        ? new RataVerdict(1, SEMIANNUAL, "PASSAPS")
        : FAILED;
  }

  private static boolean meetsAlternative(
      Rule rule, PairedComparison c, String alternative, String decimals) {
    if (!rule.parameters().containsKey(alternative) || !isLowEnough(rule, c)) {
      return false;
    }
    BigDecimal difference = c.meanDifference().abs();
    if (rule.parameters().containsKey("with-confidence")) {
      difference = difference.add(c.confidence().abs());
    }
    BigDecimal rounded = Rounding.round(difference, rule.parameter(decimals).intValue());
    return isAtMost(rounded, rule.parameter(alternative));
  }

  private static boolean isLowEnough(Rule rule, PairedComparison c) {
    Double most = rule.parameters().get("reference-at-most");
    return most == null
        || isAtMost(
            Rounding.round(c.meanReference(), rule.parameter("reference-decimals").intValue()),
            most);
  }

  private static boolean isAtMost(BigDecimal value, double limit) {
    return value.compareTo(BigDecimal.valueOf(limit)) <= 0;
  }
}
