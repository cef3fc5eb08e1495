package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;
import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;
import org.tijian.analytics.statistic.Rounding;
import org.tijian.analytics.statistic.StudentT;
import org.tijian.analytics.statistic.Variability;

/** The pieces of a QAL2 that are sums of their own: function, sigma0, kv, standard conditions. */
record En14181Function(Clauses clauses) {
  private static final int DIGITS = 17;
  private static final int FEWEST = 3;
  private static final List<Integer> SIZES =
      IntStream.concat(IntStream.rangeClosed(FEWEST, 20), IntStream.of(25, 30)).boxed().toList();

  /** Least squares over any pairs, at full precision. */
  Sheet line(Inputs inputs) {
    Clause clause = clauses.clause("en14181.calibration-function");
    List<BigDecimal> x = inputs.numbers("x", clause.whole("fewest"));
    List<BigDecimal> y = inputs.numbers("y", clause.whole("fewest"));
    LinearFit fit = Regression.fit(inputs, x, y);
    Sheet sheet =
        new Sheet(clause, "b = S_xy / S_xx, a = y - b x")
            .with("x", "AMS 信号", "signal", x, "1")
            .with("y", "参比值", "reference", y, "1");
    Regression.steps(sheet, fit);
    @Nullable BigDecimal determination = fit.determination();
    return sheet
        .put("intercept", Arithmetic.significant(fit.intercept(), DIGITS))
        .put("slope", Arithmetic.significant(fit.slope(), DIGITS))
        .put("residual_sd", Arithmetic.significant(fit.residual(), DIGITS))
        .put("r2", determination == null ? null : Arithmetic.significant(determination, DIGITS));
  }

  /** sigma0 = P * E / 1.96. */
  Sheet sigma0(Inputs inputs) {
    BigDecimal percent = inputs.positive("P_pct_of_ELV_95CI");
    BigDecimal limit = inputs.positive("ELV_mg_m3");
    Sheet sheet = new Sheet(clauses.clause("en14181.sigma0"), "σ0 = P × E / 1.96");
    sheet.with("P", "最大允许不确定度（95 %）", "permissible uncertainty", percent, "%");
    sheet.with("E", "排放限值", "emission limit", limit, "mg/m3");
    return sheet.round("sigma0", sigma0(sheet, percent, limit), 8);
  }

  static BigDecimal sigma0(Sheet sheet, BigDecimal percent, BigDecimal limit) {
    String terms = "%s / 100 × %s / 1.96".formatted(term(percent), term(limit));
    BigDecimal value = Variability.sigma0(percent, limit);
    return sheet.step("σ0", "允许标准偏差", "permissible deviation", terms, value, "mg/m3");
  }

  /** kv(N) and t for the numbers of pairs that are in use, or for one N. */
  Sheet factors(Inputs inputs) {
    Clause clause = clauses.clause("en14181.kv");
    List<Integer> sizes = inputs.has("N") ? List.of(size(inputs, clause.whole("fewest"))) : SIZES;
    Map<String, BigDecimal> kv = new LinkedHashMap<>();
    Map<String, BigDecimal> t = new LinkedHashMap<>();
    for (int n : sizes) {
      kv.put(String.valueOf(n), Rounding.round(Variability.kv(n), 4));
      t.put(String.valueOf(n), StudentT.oneSided95(n - 1));
    }
    return new Sheet(clause, "kv(N) = √(χ²(0.5; N - 1) / (N - 1))", "t0.95(N - 1)")
        .put("kv", kv)
        .put("t095", t);
  }

  private static int size(Inputs inputs, int fewest) {
    int n = inputs.count("N", fewest);
    if (n > 1000) {
      throw inputs.wrong("out-of-range", "N", "must not be above 1000");
    }
    return n;
  }

  /** y_s = y * (T / 273.15) * (101.325 / p) / (1 - h / 100) * (21 - O2_ref) / (21 - O2). */
  Sheet standardise(Inputs inputs) {
    Clause clause = clauses.clause("en14181.standardise");
    BigDecimal value = inputs.notNegative("value");
    BigDecimal kelvin = inputs.positive("temperature_k");
    BigDecimal pressure = inputs.positive("pressure_kpa");
    BigDecimal dry = Hj75Conversion.dryShare(inputs);
    BigDecimal below = belowAir(inputs, "o2", clause, clause.constant("oxygen-below"));
    BigDecimal reference = belowAir(inputs, "o2_reference", clause, clause.constant("oxygen"));
    Sheet sheet =
        new Sheet(
            clause, "y_s = y × T / 273.15 × 101.325 / p / (1 - h) × (21 - O2_ref) / (21 - O2)");
    BigDecimal numerator =
        value.multiply(kelvin).multiply(new BigDecimal("101.325")).multiply(reference);
    BigDecimal denominator =
        new BigDecimal("273.15").multiply(pressure).multiply(dry).multiply(below);
    BigDecimal standard = Arithmetic.over(numerator, denominator);
    String terms =
        "%s × %s / 273.15 × 101.325 / %s / %s × %s / %s"
            .formatted(
                shown(value),
                shown(kelvin),
                shown(pressure),
                shown(dry),
                shown(reference),
                shown(below));
    sheet.step("y_s", "标准状态值", "at standard conditions", terms, standard, "mg/m3");
    return sheet.round("standard", standard, 6);
  }

  /** 21 - O2. */
  private static BigDecimal belowAir(Inputs inputs, String key, Clause clause, BigDecimal most) {
    BigDecimal oxygen = inputs.notNegative(key);
    if (oxygen.compareTo(most) >= 0) {
      throw inputs.wrong("out-of-range", key, "must be below %s %%".formatted(most));
    }
    return clause.constant("oxygen").subtract(oxygen);
  }

  /** D_i = y_i - line(x_i). */
  static List<BigDecimal> differences(List<BigDecimal> y, List<BigDecimal> line) {
    List<BigDecimal> differences = new ArrayList<>();
    for (int i = 0; i < y.size(); i++) {
      differences.add(y.get(i).subtract(line.get(i)));
    }
    return differences;
  }

  static BigDecimal spread(List<BigDecimal> values) {
    return Collections.max(values).subtract(Collections.min(values));
  }
}
