package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;
import org.tijian.analytics.statistic.StudentT;
import org.tijian.analytics.statistic.ToleranceInterval;

/**
 * Linear correlation of a dust monitor with the reference, with confidence and tolerance intervals
 * at the mean of the signal.
 *
 * <pre>
 * CI = t(n - 2) * S_L / sqrt(n)        CI% = CI / EL * 100
 * TI = k_T * S_L, k_T = u_n * v_f      TI% = TI / EL * 100
 * r  = sqrt(1 - S_L^2 / S_y^2)
 * </pre>
 *
 * This r is a little below Pearson's, because S_L divides by n - 2 and S_y by n - 1.
 */
record PmCorrelation(Clauses clauses) {
  private static final int DECIMALS = 6;
  private static final int PERCENT_DECIMALS = 2;

  Sheet hj75(Inputs inputs) {
    return correlation(inputs, clauses.clause("hj75-2017.pm-correlation"));
  }

  Sheet ps11(Inputs inputs) {
    return correlation(inputs, clauses.clause("40cfr60.pm-correlation"));
  }

  private static Sheet correlation(Inputs inputs, Clause clause) {
    List<BigDecimal> x = inputs.numbers("x", clause.whole("fewest"));
    List<BigDecimal> y = inputs.numbers("y", clause.whole("fewest"));
    BigDecimal limit = inputs.positive("emission_limit");
    LinearFit fit = Regression.fit(inputs, x, y);
    if (Arithmetic.scatter(y, y).signum() == 0) {
      throw inputs.wrong("out-of-range", "y", "must not all be equal");
    }
    Sheet sheet =
        new Sheet(
                clause,
                "b_1 = S_xy / S_xx, b_0 = y - b_1 x",
                "CI = t × S_L / √n, TI = u × v × S_L",
                "r = √(1 - S_L² / S_y²)")
            .with("x", "CEMS 信号", "signal", x, "1")
            .with("y", "参比浓度", "reference", y, "mg/m3")
            .with("EL", "排放限值", "emission limit", limit, "mg/m3");
    Regression.steps(sheet, fit);
    sheet
        .put("n", fit.n())
        .round("slope", fit.slope(), DECIMALS)
        .round("intercept", fit.intercept(), DECIMALS)
        .round("mean_y", fit.meanY(), DECIMALS)
        .round("s_l", fit.residual(), DECIMALS);
    BigDecimal interval = confidence(sheet, clause, fit, limit);
    BigDecimal tolerance = tolerance(sheet, clause, fit, limit);
    BigDecimal r = correlation(sheet, clause, fit, y);
    return sheet
        .round("ci", interval, DECIMALS)
        .round("ci_pct", Arithmetic.percent(interval, limit), PERCENT_DECIMALS)
        .round("ti", tolerance, DECIMALS)
        .round("ti_pct", Arithmetic.percent(tolerance, limit), PERCENT_DECIMALS)
        .round("r", r, DECIMALS)
        .put("enough_pairs", fit.n() >= clause.whole("wanted-pairs"));
  }

  private static BigDecimal confidence(
      Sheet sheet, Clause clause, LinearFit fit, BigDecimal limit) {
    BigDecimal t = StudentT.twoSided95(fit.n() - 2);
    BigDecimal root = Arithmetic.root(BigDecimal.valueOf(fit.n()));
    BigDecimal interval = Arithmetic.over(t.multiply(fit.residual()), root);
    String terms = "%s × %s / √%d".formatted(shown(t), shown(fit.residual()), fit.n());
    sheet.step("CI", "置信区间半宽", "half confidence interval", terms, interval, "mg/m3");
    sheet.put("t", t);
    sheet.isAtMost("CI%", Arithmetic.percent(interval, limit), clause.constant("interval"), "%");
    return interval;
  }

  private static BigDecimal tolerance(Sheet sheet, Clause clause, LinearFit fit, BigDecimal limit) {
    BigDecimal u = Arithmetic.decimal(ToleranceInterval.u(fit.n()));
    BigDecimal v = Arithmetic.decimal(ToleranceInterval.v(fit.n() - 2));
    BigDecimal tolerance = u.multiply(v).multiply(fit.residual()).round(MathContext.DECIMAL128);
    String terms = "%s × %s × %s".formatted(shown(u), shown(v), shown(fit.residual()));
    sheet.step("TI", "允许区间半宽", "half tolerance interval", terms, tolerance, "mg/m3");
    sheet.round("k_t", u.multiply(v), 4);
    sheet.isAtMost("TI%", Arithmetic.percent(tolerance, limit), clause.constant("tolerance"), "%");
    return tolerance;
  }

  private static BigDecimal correlation(
      Sheet sheet, Clause clause, LinearFit fit, List<BigDecimal> y) {
    BigDecimal spread = Arithmetic.standardDeviation(y);
    sheet.step(
        "S_y", "参比标准偏差", "standard deviation of y", "√(Σ(y_i - y)² / (n - 1))", spread, "mg/m3");
    sheet.round("s_y", spread, DECIMALS);
    BigDecimal left =
        BigDecimal.ONE.subtract(Arithmetic.over(fit.residual().pow(2), spread.pow(2)));
    String terms = "√(1 - %s² / %s²)".formatted(shown(fit.residual()), shown(spread));
    BigDecimal r = sheet.step("r", "相关系数", "correlation", terms, Arithmetic.root(left), "1");
    sheet.isAtLeast("r", r, clause.constant("r"), "");
    return r;
  }
}
