package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.List;
import org.tijian.analytics.statistic.PairedComparison;

/**
 * Comparison of a monitor with the reference method: relative accuracy, absolute error and relative
 * error, each with the means it rests on. Which of them counts depends on the tier and is not asked
 * here.
 */
record Hj75Accuracy(Clauses clauses) {
  private static final int DECIMALS = 5;
  private static final int PERCENT_DECIMALS = 2;

  Sheet relativeAccuracy(Inputs inputs) {
    return relativeAccuracy(inputs, clauses.clause("hj75-2017.accuracy"));
  }

  /** The same algebra by 40 CFR 60, also over the emission standard where that is given. */
  Sheet performanceSpecification(Inputs inputs) {
    return relativeAccuracy(inputs, clauses.clause("40cfr60.relative-accuracy"));
  }

  private static Sheet relativeAccuracy(Inputs inputs, Clause clause) {
    Comparison comparison = comparison(inputs, clause);
    PairedComparison c = comparison.sums();
    requireReference(inputs, c);
    Sheet sheet = new Sheet(clause, Comparison.FORMULAS);
    comparison.accuracy(comparison.means(sheet));
    return means(sheet, c)
        .round("mean_diff", c.meanDifference(), DECIMALS)
        .round("std_dev", c.standardDeviation(), DECIMALS)
        .put("t_value", c.t())
        .round("confidence_coef", c.confidence(), DECIMALS)
        .round("relative_accuracy_pct", c.relativeAccuracyPercent(), PERCENT_DECIMALS);
  }

  Sheet absoluteError(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.error");
    Comparison comparison = comparison(inputs, clause);
    PairedComparison c = comparison.sums();
    Sheet sheet = comparison.means(new Sheet(clause, "AE = CEMS - RM"));
    String terms = "%s - %s".formatted(term(c.meanMonitor()), term(c.meanReference()));
    sheet.step("AE", "绝对误差", "absolute error", terms, c.absoluteError(), "1");
    return means(sheet, c).round("absolute_error", c.absoluteError(), DECIMALS);
  }

  Sheet relativeError(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.error");
    Comparison comparison = comparison(inputs, clause);
    PairedComparison c = comparison.sums();
    requireReference(inputs, c);
    Sheet sheet = comparison.means(new Sheet(clause, "RE = (CEMS - RM) / RM × 100"));
    String reference = term(c.meanReference());
    String terms = "(%s - %s) / %s × 100".formatted(term(c.meanMonitor()), reference, reference);
    BigDecimal error =
        sheet.step("RE", "相对误差", "relative error", terms, c.relativeErrorPercent(), "%");
    return means(sheet, c).round("relative_error_pct", error, PERCENT_DECIMALS);
  }

  private static Comparison comparison(Inputs inputs, Clause clause) {
    List<Inputs> pairs = inputs.list("pairs", clause.whole("fewest"));
    return Comparison.of(
        pairs.stream().map(pair -> pair.notNegative("reference")).toList(),
        pairs.stream().map(pair -> pair.notNegative("monitor")).toList());
  }

  private static void requireReference(Inputs inputs, PairedComparison c) {
    if (c.meanReference().signum() == 0) {
      throw inputs.wrong("out-of-range", "pairs", "have a reference mean of zero");
    }
  }

  private static Sheet means(Sheet sheet, PairedComparison c) {
    return sheet
        .put("n", c.n())
        .round("mean_ref", c.meanReference(), DECIMALS)
        .round("mean_cem", c.meanMonitor(), DECIMALS);
  }
}
