package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.util.List;
import org.tijian.analytics.statistic.PairedComparison;

/** Writes down how a comparison with the reference method came about. */
record Comparison(List<BigDecimal> reference, List<BigDecimal> monitor, PairedComparison sums) {
  static final String[] FORMULAS = {
    "d_i = RM_i - CEMS_i",
    "S_d = √((Σd_i² - (Σd_i)² / n) / (n - 1))",
    "cc = t × S_d / √n",
    "RA = (|d| + |cc|) / RM × 100"
  };

  static Comparison of(List<BigDecimal> reference, List<BigDecimal> monitor) {
    return new Comparison(reference, monitor, PairedComparison.of(reference, monitor));
  }

  /** The pairs and both means. */
  Sheet means(Sheet sheet) {
    for (int i = 0; i < reference.size(); i++) {
      sheet.with("RM_" + (i + 1), "参比方法值", "reference", reference.get(i), "1");
      sheet.with("CEMS_" + (i + 1), "仪器值", "monitor", monitor.get(i), "1");
    }
    int n = sums.n();
    sheet.step("RM", "参比均值", "mean of the reference", "ΣRM_i / " + n, sums.meanReference(), "1");
    sheet.step("CEMS", "仪器均值", "mean of the monitor", "ΣCEMS_i / " + n, sums.meanMonitor(), "1");
    return sheet;
  }

  /** From the means to the relative accuracy. */
  Sheet accuracy(Sheet sheet) {
    PairedComparison c = sums;
    int n = c.n();
    sheet.step("d", "差值均值", "mean difference", "Σd_i / " + n, c.meanDifference(), "1");
    sheet.step(
        "S_d",
        "差值标准偏差",
        "standard deviation",
        "√((Σd_i² - (Σd_i)² / %d) / %d)".formatted(n, n - 1),
        c.standardDeviation(),
        "1");
    sheet.step("t", "t 值（双侧 95 %）", "t, two-sided 95 %", "t(%d)".formatted(n - 1), c.t(), "1");
    sheet.step(
        "cc",
        "置信系数",
        "confidence coefficient",
        "%s × %s / √%d".formatted(shown(c.t()), shown(c.standardDeviation()), n),
        c.confidence(),
        "1");
    return relativeAccuracy(sheet, c);
  }

  static Sheet relativeAccuracy(Sheet sheet, PairedComparison c) {
    String terms =
        "(%s + %s) / %s × 100"
            .formatted(
                shown(c.meanDifference().abs()),
                shown(c.confidence().abs()),
                shown(c.meanReference()));
    sheet.step("RA", "相对准确度", "relative accuracy", terms, c.relativeAccuracyPercent(), "%");
    return sheet;
  }
}
