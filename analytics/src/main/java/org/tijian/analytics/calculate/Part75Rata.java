package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;

/**
 * Relative accuracy test audit at one operating level: 40 CFR 75 appendix A, 7.3 (equations A-7 to
 * A-10) and 7.6 (bias, A-11 and A-12). Statistics stay unrounded until they are told or compared.
 */
final class Part75Rata implements Calculation {
  private static final int FEWEST_RUNS = 9;
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

  private final RuleBook rules;

  Part75Rata(RuleBook rules) {
    this.rules = rules;
  }

  @Override
  public String standard() {
    return Part75.STANDARD;
  }

  @Override
  public String test() {
    return "rata";
  }

  @Override
  public Map<String, @Nullable Object> result(Inputs inputs) {
    Rule rule = Part75.rule(rules, Part75.RATA, inputs, "system_type");
    Limit limit = Part75.limit(rule, inputs, "test_begin");
    List<Inputs> runs = inputs.list("runs");
    List<Inputs> used = runs.stream().filter(Part75Rata::isUsed).toList();
    if (used.size() < FEWEST_RUNS || runs.size() - used.size() > MOST_LEFT_OUT) {
      return nothing();
    }
    PairedComparison comparison = PairedComparison.of(values(used, "ref"), values(used, "cem"));
    if (comparison.meanReference().signum() == 0 || comparison.meanMonitor().signum() == 0) {
      throw inputs.wrong("out-of-range", "runs", "have a mean of zero");
    }
    return result(rule, limit, comparison, averageLoad(used));
  }

  private static Map<String, @Nullable Object> nothing() {
    Result result = new Result();
    NAMES.forEach(name -> result.put(name, null));
    return result.values();
  }

  private static Map<String, @Nullable Object> result(
      Rule rule, Limit limit, PairedComparison c, @Nullable BigDecimal load) {
    BigDecimal accuracy =
        Rounding.round(c.relativeAccuracyPercent(), PERCENT_DECIMALS).min(LARGEST_PERCENT);
    RataVerdict verdict = RataVerdict.of(rule, limit, c, accuracy);
    return new Result()
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
        .put("test_result", verdict.result())
        .values();
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
    if (loads.size() < runs.size()) {
      return null;
    }
    BigDecimal sum = loads.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Rounding.round(sum.divide(BigDecimal.valueOf(runs.size()), MathContext.DECIMAL128), 0);
  }
}
