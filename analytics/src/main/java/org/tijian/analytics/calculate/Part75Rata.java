package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/**
 * Relative accuracy test audit at one operating level: 40 CFR 75 appendix A, 7.3 (equations A-7 to
 * A-10) and 7.6 (bias, A-11 and A-12). Statistics stay unrounded until they are told or compared.
 */
record Part75Rata(RuleBook rules) {
  static final int FEWEST_RUNS = 9;
  private static final int MOST_LEFT_OUT = 3;
  private static final int STATISTIC_DECIMALS = 5;
  private static final int PERCENT_DECIMALS = 2;
  private static final BigDecimal LARGEST_PERCENT = new BigDecimal("999.99");
  private static final List<String> NAMES =
      List.of(
          "mean_cem",
          "mean_ref",
          "mean_diff",
          "std_dev",
          "t_value",
          "confidence_coef",
          "relative_accuracy_pct",
          "baf",
          "avg_load",
          "aps_ind",
          "frequency",
          "test_result");

  Sheet level(Inputs inputs) {
    Rule rule = Part75.rule(rules, Part75.RATA, inputs, "system_type");
    inputs.date("test_begin");
    Limit limit = Part75.limit(rule, inputs, "test_begin");
    List<Inputs> runs = inputs.list("runs");
    List<Inputs> used = runs.stream().filter(Part75Rata::isUsed).toList();
    Sheet sheet = new Sheet(Clause.of(rule), Comparison.FORMULAS);
    if (used.size() < FEWEST_RUNS || runs.size() - used.size() > MOST_LEFT_OUT) {
      NAMES.forEach(name -> sheet.put(name, null));
      return sheet;
    }
    Comparison comparison = Comparison.of(values(used, "ref"), values(used, "cem"));
    PairedComparison c = comparison.sums();
    if (c.meanReference().signum() == 0 || c.meanMonitor().signum() == 0) {
      throw inputs.wrong("out-of-range", "runs", "have a mean of zero");
    }
    comparison.accuracy(comparison.means(sheet));
    return told(sheet, rule, limit, c, averageLoad(used));
  }

  private static Sheet told(
      Sheet sheet, Rule rule, Limit limit, PairedComparison c, @Nullable BigDecimal load) {
    BigDecimal accuracy = accuracy(c);
    RataVerdict verdict = RataVerdict.of(rule, limit, c, accuracy);
    new RataComparison(sheet, rule, c).write(limit, accuracy);
    return sheet
        .round("mean_cem", c.meanMonitor(), STATISTIC_DECIMALS)
        .round("mean_ref", c.meanReference(), STATISTIC_DECIMALS)
        .round("mean_diff", c.meanDifference(), STATISTIC_DECIMALS)
        .round("std_dev", c.standardDeviation(), STATISTIC_DECIMALS)
        .put("t_value", c.t())
        .round("confidence_coef", c.confidence(), STATISTIC_DECIMALS)
        .put("relative_accuracy_pct", accuracy)
        .put("baf", verdict.isPassed() ? BiasAdjustment.factor(rule, c) : null)
        .put("avg_load", load)
        .put("aps_ind", verdict.alternativeIndicator())
        .put("frequency", verdict.frequency())
        .put("test_result", verdict.result());
  }

  /** As it is told: two places, at most 999.99. */
  static BigDecimal accuracy(PairedComparison c) {
    return Rounding.round(c.relativeAccuracyPercent(), PERCENT_DECIMALS).min(LARGEST_PERCENT);
  }

  private static boolean isUsed(Inputs run) {
    String status = run.text("status");
    if (status.equals("RUNUSED")) {
      return true;
    }
    if (status.equals("NOTUSED")) {
      return false;
    }
    throw run.wrong("unknown-value", "status", "must be RUNUSED or NOTUSED");
  }

  private static List<BigDecimal> values(List<Inputs> runs, String key) {
    return runs.stream().map(run -> run.notNegative(key)).toList();
  }

  /** Whole load units; null if a run tells none. */
  private static @Nullable BigDecimal averageLoad(List<Inputs> runs) {
    List<BigDecimal> loads =
        runs.stream().map(run -> run.optionalNumber("load")).flatMap(Optional::stream).toList();
    return loads.size() < runs.size() ? null : Rounding.round(Arithmetic.mean(loads), 0);
  }
}
