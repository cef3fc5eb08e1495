package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;
import org.tijian.analytics.statistic.Rounding;
import org.tijian.analytics.statistic.StudentT;
import org.tijian.analytics.statistic.Variability;

/** QAL2 and the yearly surveillance test (AST) over pairs at the same standard conditions. */
record En14181Test(Clauses clauses) {
  private static final int DECIMALS = 8;

  /**
   * Calibration function, variability and valid range of a QAL2. By the spread of the reference the
   * function is a line (a), one through the zero of the monitor (b), or a line with points of
   * reference material (c).
   */
  Sheet qal2(Inputs inputs) {
    Clause clause = clauses.clause("en14181.qal2");
    int fewest = clause.whole("fewest");
    List<BigDecimal> x = inputs.numbers("x_ams", fewest);
    List<BigDecimal> y = inputs.numbers("y_srm", fewest);
    BigDecimal limit = inputs.positive("ELV");
    Sheet sheet = sheet(clause, x, y, limit).and(clauses.clause("en14181.sigma0"));
    requirePairs(inputs, x, y);
    LinearFit fit = new En14181Procedure(clauses).function(sheet, inputs, x, y);
    Regression.steps(sheet, fit);
    sheet
        .round("slope", fit.slope(), DECIMALS)
        .round("intercept", fit.intercept(), DECIMALS)
        .put("r2", rounded(fit.determination()));
    List<BigDecimal> line = fit.at(x);
    BigDecimal allowed = variability(sheet, inputs, y, line, BigDecimal.ONE);
    BigDecimal deviation = Arithmetic.standardDeviation(En14181Function.differences(y, line));
    BigDecimal upper =
        clause
            .constant("range-factor")
            .multiply(Collections.max(line))
            .max(clause.constant("range-share").multiply(limit));
    return sheet
        .put("pass", sheet.isAtMost("s_D", deviation, allowed, "mg/m3"))
        .round("valid_range_upper", upper, 6);
  }

  /** Variability and validity of the function in force. */
  Sheet ast(Inputs inputs) {
    Clause clause = clauses.clause("en14181.ast");
    int fewest = clause.whole("fewest");
    List<BigDecimal> x = inputs.numbers("x_ams", fewest);
    List<BigDecimal> y = inputs.numbers("y_srm", fewest);
    requirePairs(inputs, x, y);
    BigDecimal limit = inputs.positive("ELV");
    BigDecimal slope = inputs.number("slope");
    BigDecimal intercept = inputs.number("intercept");
    Sheet sheet = sheet(clause, x, y, limit).and(clauses.clause("en14181.sigma0"));
    List<BigDecimal> line = x.stream().map(value -> slope.multiply(value).add(intercept)).toList();
    List<BigDecimal> differences = En14181Function.differences(y, line);
    BigDecimal allowed = variability(sheet, inputs, y, line, clause.constant("factor"));
    BigDecimal deviation = Arithmetic.standardDeviation(differences);
    BigDecimal mean = Arithmetic.mean(differences);
    sheet.step("D_m", "差值均值", "mean difference", "ΣD_i / " + x.size(), mean, "mg/m3");
    BigDecimal t = StudentT.oneSided95(x.size() - 1);
    BigDecimal sigma0 = Variability.sigma0(inputs.positive("P_pct"), limit);
    BigDecimal root = Arithmetic.root(BigDecimal.valueOf(x.size()));
    BigDecimal most = Arithmetic.over(t.multiply(deviation), root).add(sigma0);
    String terms =
        "%s × %s / √%d + %s".formatted(shown(t), shown(deviation), x.size(), shown(sigma0));
    sheet.step("D_max", "允许差值", "permissible difference", terms, most, "mg/m3");
    return sheet
        .put("variability_pass", sheet.isAtMost("s_D", deviation, allowed, "mg/m3"))
        .round("mean_difference", mean, DECIMALS)
        .round("validity_limit", most, DECIMALS)
        .put("validity_pass", sheet.isAtMost("|D_m|", mean.abs(), most, "mg/m3"));
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
    return value == null ? null : Rounding.round(value, DECIMALS);
  }

  private static Sheet sheet(
      Clause clause, List<BigDecimal> x, List<BigDecimal> y, BigDecimal limit) {
    return new Sheet(
            clause,
            "D_i = y_i - (a + b x_i), s_D = √(Σ(D_i - D_m)² / (N - 1))",
            "s_D <= factor × σ0 × kv, σ0 = P × E / 1.96, kv = √(χ²(0.5; N - 1) / (N - 1))")
        .with("x", "AMS 信号", "signal", x, "1")
        .with("y", "参比值", "reference", y, "mg/m3")
        .with("E", "排放限值", "emission limit", limit, "mg/m3");
  }

  private static void requirePairs(Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    if (x.size() != y.size()) {
      throw inputs.wrong("too-few", "y_srm", "must be as many as x_ams");
    }
    if (x.size() > 1000) {
      throw inputs.wrong("out-of-range", "x_ams", "must not be more than 1000");
    }
  }

  /** Tells s_D, sigma0, kv and the limit; returns the limit. */
  private static BigDecimal variability(
      Sheet sheet, Inputs inputs, List<BigDecimal> y, List<BigDecimal> line, BigDecimal factor) {
    BigDecimal deviation = Arithmetic.standardDeviation(En14181Function.differences(y, line));
    sheet.step("s_D", "差值标准偏差", "deviation", "√(Σ(D_i - D_m)² / (N - 1))", deviation, "mg/m3");
    BigDecimal sigma0 =
        En14181Function.sigma0(sheet, inputs.positive("P_pct"), inputs.positive("ELV"));
    BigDecimal kv = Variability.kv(y.size());
    sheet.step("kv", "检验系数", "test value", "kv(%d)".formatted(y.size()), kv, "1");
    BigDecimal allowed = factor.multiply(sigma0).multiply(kv);
    String terms = "%s × %s × %s".formatted(shown(factor), shown(sigma0), shown(kv));
    sheet.step("s_max", "允许值", "limit", terms, allowed, "mg/m3");
    sheet
        .round("s_D", deviation, DECIMALS)
        .round("sigma0", sigma0, DECIMALS)
        .round("kv", kv, 6)
        .round("limit", allowed, 7);
    return allowed;
  }
}
