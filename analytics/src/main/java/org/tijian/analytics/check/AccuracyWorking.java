package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.statistic.PairedComparison;

/** The derivation of an accuracy test, pair by pair. */
final class AccuracyWorking {
  private AccuracyWorking() {}

  static List<Step> inputs(AccuracyTest test) {
    List<Step> inputs = new ArrayList<>();
    for (Pair pair : test.pairs()) {
      int i = inputs.size() / 2 + 1;
      inputs.add(input("RM_" + i, "参比方法值", "reference value", pair.reference(), test.unit()));
      inputs.add(input("CEMS_" + i, "CEMS 值", "value of the monitor", pair.monitor(), test.unit()));
    }
    return inputs;
  }

  static List<Step> steps(AccuracyMeasure measure, PairedComparison c, String unit) {
    List<Step> steps = new ArrayList<>();
    steps.add(mean("RM", "参比方法均值", "mean of the reference", c.n(), c.meanReference(), unit));
    steps.add(mean("CEMS", "CEMS 均值", "mean of the monitor", c.n(), c.meanMonitor(), unit));
    if (measure == AccuracyMeasure.RELATIVE_ACCURACY) {
      steps.addAll(confidence(c, unit));
    }
    steps.add(result(measure, c, unit));
    return steps;
  }

  private static Step mean(
      String symbol, String zh, String en, int n, BigDecimal value, String unit) {
    return step(symbol, zh, en, "Σ%s_i / %d".formatted(symbol, n), value.doubleValue(), unit);
  }

  private static List<Step> confidence(PairedComparison c, String unit) {
    double deviation = c.standardDeviation().doubleValue();
    double t = c.t().doubleValue();
    return List.of(
        step(
            "d",
            "数据对差均值",
            "mean difference",
            "Σ(RM_i - CEMS_i) / %d".formatted(c.n()),
            c.meanDifference().doubleValue(),
            unit),
        step(
            "S_d",
            "数据对差标准偏差",
            "standard deviation of the differences",
            "√(Σ(d_i - d)² / (%d - 1))".formatted(c.n()),
            deviation,
            unit),
        step("t", "t 值（双侧 95 %）", "t, two-sided 95 %", "t(%d)".formatted(c.n() - 1), t, "1"),
        step(
            "cc",
            "置信系数",
            "confidence coefficient",
            "%s × %s / √%d".formatted(shown(t), shown(deviation), c.n()),
            c.confidence().doubleValue(),
            unit));
  }

  private static Step result(AccuracyMeasure measure, PairedComparison c, String unit) {
    String reference = shown(c.meanReference().doubleValue());
    String monitor = shown(c.meanMonitor().doubleValue());
    double value = measure.value(c).doubleValue();
    return switch (measure) {
      case RELATIVE_ACCURACY ->
          step("RA", "相对准确度", "relative accuracy", relativeAccuracy(c, reference), value, "%");
      case ABSOLUTE_ERROR ->
          step("AE", "绝对误差", "absolute error", monitor + " - " + reference, value, unit);
      case RELATIVE_ERROR ->
          step(
              "RE",
              "相对误差",
              "relative error",
              "(%s - %s) / %s × 100".formatted(monitor, reference, reference),
              value,
              "%");
    };
  }

  private static String relativeAccuracy(PairedComparison c, String reference) {
    return "(%s + %s) / %s × 100"
        .formatted(
            shown(c.meanDifference().abs().doubleValue()),
            shown(c.confidence().doubleValue()),
            reference);
  }
}
