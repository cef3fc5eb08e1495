package org.tijian.analytics.check;

import java.math.BigDecimal;
import org.tijian.analytics.statistic.PairedComparison;

/** What of a comparison is held against the limit; low concentrations are judged absolutely. */
enum AccuracyMeasure {
  RELATIVE_ACCURACY("relative-accuracy", "RA = (|d| + |cc|) / RM × 100") {
    @Override
    BigDecimal value(PairedComparison comparison) {
      return comparison.relativeAccuracyPercent();
    }
  },
  ABSOLUTE_ERROR("absolute-error", "AE = CEMS - RM, |AE|") {
    @Override
    BigDecimal value(PairedComparison comparison) {
      return comparison.absoluteError();
    }
  },
  RELATIVE_ERROR("relative-error", "RE = (CEMS - RM) / RM × 100, |RE|") {
    @Override
    BigDecimal value(PairedComparison comparison) {
      return comparison.relativeErrorPercent();
    }
  };

  private final String checkName;
  private final String formula;

  AccuracyMeasure(String checkName, String formula) {
    this.checkName = checkName;
    this.formula = formula;
  }

  String checkName() {
    return checkName;
  }

  String formula() {
    return formula;
  }

  /** Unrounded and signed, in the unit of the rule's limit. */
  abstract BigDecimal value(PairedComparison comparison);
}
