package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.Rounding;
import org.tijian.analytics.statistic.StudentT;

/**
 * Relative accuracy from a published summary: means, difference and confidence coefficient as
 * printed. Because they were rounded before, the true result lies between two bounds, and both are
 * told. A printed number stands for all numbers within one unit of its last place; one without
 * decimals, whose precision is not known, for those within the precision of its fellows.
 */
record Part75RataSummary(RuleBook rules) {
  private static final int FEWEST_RUNS = 2;
  private static final Map<String, String> RULES =
      Map.of(
          "SO2", "so2", "NOX", "nox", "NOXC", "noxc", "CO2", "co2", "O2", "o2", "H2O", "h2o",
          "H2OM", "h2o", "HG", "hg");

  Sheet summary(Inputs inputs) {
    String parameter = inputs.text("parameter");
    String type = RULES.get(parameter);
    if (type == null) {
      throw inputs.wrong(
          "unknown-value", "parameter", "must be one of " + new TreeSet<>(RULES.keySet()));
    }
    Rule rule = rules.rule("40cfr75.rata." + type).orElseThrow();
    Limit limit = Part75.limit(rule, inputs, "test_date");
    PairedComparison c = comparison(inputs);
    Sheet sheet =
        new Sheet(Clause.of(rule), "RA = (|d| + |cc|) / RM × 100", "BAF = 1 + |d| / CEM")
            .with("RM", "参比均值", "mean of the reference", c.meanReference(), "1")
            .with("CEM", "仪器均值", "mean of the monitor", c.meanMonitor(), "1")
            .with("d", "差值均值", "mean difference", c.meanDifference(), "1")
            .with("cc", "置信系数", "confidence coefficient", c.confidence(), "1");
    Comparison.relativeAccuracy(sheet, c);
    BigDecimal accuracy = Part75Rata.accuracy(c);
    RataVerdict verdict = RataVerdict.of(rule, limit, c, accuracy);
    PrintedSummary printed = PrintedSummary.of(c);
    new RataComparison(sheet, rule, c).write(limit, accuracy);
    return sheet
        .put("enough_runs", c.n() >= Part75Rata.FEWEST_RUNS)
        .put("relative_accuracy_pct", accuracy)
        .put("relative_accuracy_between", round(printed.accuracy(), 2))
        .put("baf", BiasAdjustment.factor(rule, c))
        .round("baf_computed", BiasAdjustment.computed(rule, c), 3)
        .put("baf_between", round(printed.factor(rule), 3))
        .put("aps_ind", verdict.alternativeIndicator())
        .put("frequency", verdict.frequency())
        .put("test_result", verdict.result());
  }

  private static List<BigDecimal> round(List<BigDecimal> bounds, int decimals) {
    return bounds.stream().map(bound -> Rounding.round(bound, decimals)).toList();
  }

  private static PairedComparison comparison(Inputs inputs) {
    int n = inputs.count("n_runs", FEWEST_RUNS);
    BigDecimal t = StudentT.twoSided95(n - 1);
    if (inputs.positive("t_value").compareTo(t) != 0) {
      throw inputs.wrong("out-of-range", "t_value", "is %s for %d runs".formatted(t, n));
    }
    return new PairedComparison(
        n,
        inputs.positive("mean_ref"),
        inputs.positive("mean_cem"),
        inputs.number("mean_diff"),
        inputs.optionalNumber("std_dev_2dp").orElse(BigDecimal.ZERO),
        t,
        inputs.notNegative("confidence_coef"));
  }
}
