package org.tijian.analytics.calculate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.PairedComparison;

/**
 * Comparison of a monitor with the reference method: relative accuracy, absolute error and relative
 * error, each with the means it rests on. Which of them counts depends on the tier and is not asked
 * here.
 */
record Hj75Accuracy(String test) implements Calculation {
  static final String STANDARD = "HJ75-2017";
  static final String RELATIVE_ACCURACY = "relative_accuracy";
  static final String ABSOLUTE_ERROR = "absolute_error";
  static final String RELATIVE_ERROR = "relative_error";
  private static final int DECIMALS = 5;
  private static final int PERCENT_DECIMALS = 2;

  @Override
  public String standard() {
    return STANDARD;
  }

  @Override
  public Map<String, @Nullable Object> result(Inputs inputs) {
    List<Inputs> pairs = inputs.list("pairs");
    if (pairs.size() < 2) {
      throw inputs.wrong("too-few", "pairs", "must be two or more");
    }
    PairedComparison comparison =
        PairedComparison.of(
            pairs.stream().map(pair -> pair.notNegative("reference")).toList(),
            pairs.stream().map(pair -> pair.notNegative("monitor")).toList());
    if (comparison.meanReference().signum() == 0 && !test.equals(ABSOLUTE_ERROR)) {
      throw inputs.wrong("out-of-range", "pairs", "have a reference mean of zero");
    }
    return told(comparison);
  }

  private Map<String, @Nullable Object> told(PairedComparison c) {
    Result result =
        new Result()
            .put("n", c.n())
            .round("mean_ref", c.meanReference(), DECIMALS)
            .round("mean_cem", c.meanMonitor(), DECIMALS);
    if (test.equals(ABSOLUTE_ERROR)) {
      return result.round("absolute_error", c.absoluteError(), DECIMALS).values();
    }
    if (test.equals(RELATIVE_ERROR)) {
      return result
          .round("relative_error_pct", c.relativeErrorPercent(), PERCENT_DECIMALS)
          .values();
    }
    return result
        .round("mean_diff", c.meanDifference(), DECIMALS)
        .round("std_dev", c.standardDeviation(), DECIMALS)
        .put("t_value", c.t())
        .round("confidence_coef", c.confidence(), DECIMALS)
        .round("relative_accuracy_pct", c.relativeAccuracyPercent(), PERCENT_DECIMALS)
        .values();
  }
}
