package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/**
 * A water analyser compared with the laboratory, sample by sample: relative error (x - B) / B * 100
 * or absolute error x - B, and how many samples keep the limit that the question gives.
 */
record WaterComparison(Clauses clauses) {
  private static final int DECIMALS = 2;

  Sheet samples(Inputs inputs) {
    List<Inputs> samples = inputs.list("samples", 1);
    boolean isRelative = inputs.has("limit_pct");
    BigDecimal limit = inputs.positive(isRelative ? "limit_pct" : "limit_abs");
    int wanted = inputs.count("wanted", 1);
    if (wanted > samples.size()) {
      throw inputs.wrong("out-of-range", "wanted", "must not be above the number of samples");
    }
    Sheet sheet =
        new Sheet(
            clauses.clause("hj355-2019.comparison"),
            isRelative ? "RE_i = (x_i - B_i) / B_i × 100" : "AE_i = x_i - B_i");
    List<BigDecimal> errors = new ArrayList<>();
    List<Boolean> kept = new ArrayList<>();
    for (Inputs sample : samples) {
      BigDecimal error = error(sheet, sample, isRelative, errors.size() + 1);
      errors.add(error);
      kept.add(sheet.isAtMost("|e_%d|".formatted(errors.size()), error.abs(), limit, ""));
    }
    long within = kept.stream().filter(Boolean::booleanValue).count();
    return sheet
        .put("errors", errors.stream().map(e -> Rounding.round(e, DECIMALS)).toList())
        .put("kept", kept)
        .put("kept_count", within)
        .put("result", within >= wanted ? "PASSED" : "FAILED");
  }

  private static BigDecimal error(Sheet sheet, Inputs sample, boolean isRelative, int i) {
    BigDecimal online = sample.notNegative("online");
    BigDecimal laboratory =
        isRelative ? sample.positive("laboratory") : sample.notNegative("laboratory");
    sheet.with("x_" + i, "仪器值", "analyser", online, "mg/L");
    sheet.with("B_" + i, "实验室值", "laboratory", laboratory, "mg/L");
    BigDecimal difference = online.subtract(laboratory);
    return isRelative
        ? sheet.step(
            "RE_" + i,
            "相对误差",
            "relative error",
            "(%s - %s) / %s × 100".formatted(term(online), term(laboratory), term(laboratory)),
            Arithmetic.percent(difference, laboratory),
            "%")
        : sheet.step(
            "AE_" + i,
            "绝对误差",
            "absolute error",
            "%s - %s".formatted(term(online), term(laboratory)),
            difference,
            "mg/L");
  }
}
