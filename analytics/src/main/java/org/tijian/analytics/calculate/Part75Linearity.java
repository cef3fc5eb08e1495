package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/**
 * Linearity check at one gas level: three injections against one gas.
 *
 * <pre>LE = |mean R - mean A| / mean R * 100     equation A-4</pre>
 *
 * The means are unrounded in the sum and told to three places. Where the limit is not kept and the
 * alternative is, the difference of the means is the result.
 */
record Part75Linearity(Clauses clauses) {
  private static final Set<String> TYPES = Set.of("SO2", "NOX", "CO2", "O2", "HG");
  private static final Set<String> LEVELS = Set.of("LOW", "MID", "HIGH");

  Sheet level(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.linearity");
    String type = inputs.word("component_type", TYPES).toLowerCase(Locale.ROOT);
    inputs.word("gas_level", LEVELS);
    inputs.optionalPositive("span");
    List<Inputs> injections = inputs.list("injections", clause.whole("fewest"));
    List<BigDecimal> measured = injections.stream().map(i -> i.number("measured")).toList();
    List<BigDecimal> reference = injections.stream().map(i -> i.positive("reference")).toList();
    Sheet sheet =
        new Sheet(clause, "LE = |R - A| / R × 100", "|R - A|")
            .with("A", "仪器示值", "monitor", measured, "1")
            .with("R", "标准气体", "reference gas", reference, "1");
    return told(sheet, clause, type, measured, reference);
  }

  private static Sheet told(
      Sheet sheet,
      Clause clause,
      String type,
      List<BigDecimal> measured,
      List<BigDecimal> reference) {
    int n = measured.size();
    BigDecimal a =
        sheet.step("A", "示值均值", "mean of the monitor", "ΣA_i / " + n, mean(measured), "1");
    BigDecimal r =
        sheet.step("R", "标准气体均值", "mean of the gas", "ΣR_i / " + n, mean(reference), "1");
    BigDecimal difference = r.subtract(a).abs();
    String terms = "|%s - %s|".formatted(shown(r), shown(a));
    sheet.step("D", "差值", "difference", terms, difference, "1");
    BigDecimal error =
        sheet.step(
            "LE",
            "线性误差",
            "linearity error",
            "%s / %s × 100".formatted(terms, shown(r)),
            Arithmetic.percent(difference, r),
            "%");
    BigDecimal compared = Rounding.round(error, 1).min(clause.constant("most"));
    sheet.round("mean_measured", a, 3).round("mean_reference", r, 3);
    if (sheet.isAtMost("LE", compared, clause.constant("limit." + type), "%")) {
      return sheet.put("percent_error", compared).put("aps_ind", 0).put("result", "PASSED");
    }
    BigDecimal rounded = Rounding.round(difference, clause.whole("decimals." + type));
    return sheet.isAtMost("D", rounded, clause.constant("alternative." + type), "")
        ? sheet.put("percent_error", rounded).put("aps_ind", 1).put("result", "PASSAPS")
        : sheet.put("percent_error", compared).put("aps_ind", 0).put("result", "FAILED");
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return Arithmetic.mean(values);
  }
}
