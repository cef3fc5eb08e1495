package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.shown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/** Flow against load: the reference from a test of accuracy, and the quarterly check against it. */
record Part75FlowToLoad(Clauses clauses) {
  private static final List<String> EXCLUSIONS =
      List.of(
          "excluded_fuel",
          "excluded_ramping",
          "excluded_pre_rata",
          "excluded_test",
          "excluded_bypass");

  /**
   *
   *
   * <pre>
   * R_ref   = Q_ref / L_avg * 1e-5      to 0.01 (scfh / MW * 1e-5)
   * GHR_ref = HI_avg / L_avg * 1000     whole Btu/kWh
   * </pre>
   */
  Sheet reference(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.flow-to-load-reference");
    BigDecimal flow = inputs.positive("avg_ref_method_flow_scfh");
    BigDecimal load = inputs.positive("avg_gross_unit_load_mw");
    Optional<BigDecimal> heat = inputs.optionalPositive("avg_hourly_heat_input_mmbtu_hr");
    Sheet sheet =
        new Sheet(clause, "R_ref = Q_ref / L_avg / 100000", "GHR_ref = HI_avg / L_avg × 1000")
            .with("Q_ref", "参比方法平均流量", "mean flow of the reference", flow, "scfh")
            .with("L_avg", "平均负荷", "mean load", load, "MW");
    BigDecimal ratio = Arithmetic.over(flow, load.multiply(clause.constant("scale")));
    sheet.step(
        "R_ref",
        "参考流量负荷比",
        "reference ratio",
        "%s / %s / 100000".formatted(shown(flow), shown(load)),
        ratio,
        "1");
    sheet.round("ref_flow_load_ratio", ratio, 2);
    if (heat.isEmpty()) {
      return sheet.put("ref_ghr", null);
    }
    sheet.with("HI_avg", "平均小时热输入", "mean hourly heat input", heat.get(), "mmBtu/h");
    BigDecimal rate = Arithmetic.over(heat.get().multiply(clause.constant("heat-scale")), load);
    return sheet.round("ref_ghr", rate, 0);
  }

  /**
   * E_f against 15.0 % (10.0 % bias-adjusted) from 60 MW, 20.0 % (15.0 %) below; fewer than 168
   * usable hours give no verdict. What is not told is taken both ways: a verdict is given only
   * where both agree.
   */
  Sheet check(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.flow-to-load-check");
    int hours = inputs.count(inputs.has("hours") ? "hours" : "hours_used", 0);
    BigDecimal found = Rounding.round(inputs.notNegative("avg_abs_pct_diff"), 1);
    Sheet sheet =
        new Sheet(clause, "E_f = mean(|R_h - R_ref| / R_ref × 100)")
            .with("E_f", "平均绝对偏差", "mean absolute difference", found, "%")
            .with("N", "有效小时", "usable hours", BigDecimal.valueOf(hours), "h");
    String word =
        hours < clause.whole("fewest-hours") ? few(inputs) : verdict(sheet, inputs, found);
    return sheet.put("test_result", word).put("result", word);
  }

  private static String few(Inputs inputs) {
    boolean isExcluded =
        EXCLUSIONS.stream()
            .anyMatch(key -> inputs.optionalNumber(key).filter(n -> n.signum() > 0).isPresent());
    return isExcluded ? "EXC168H" : "FEW168H";
  }

  private String verdict(Sheet sheet, Inputs inputs, BigDecimal found) {
    List<BigDecimal> limits = limits(inputs);
    if (sheet.isAtMost("E_f", found, Collections.min(limits), "%")) {
      return "PASSED";
    }
    if (found.compareTo(Collections.max(limits)) > 0) {
      return "FAILED";
    }
    throw inputs.missing(inputs.has("bias_adjusted") ? "avg_gross_load_mw" : "bias_adjusted");
  }

  private List<BigDecimal> limits(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.flow-to-load-check");
    Optional<BigDecimal> load = inputs.optionalPositive("avg_gross_load_mw");
    Optional<Boolean> adjusted = inputs.optionalFlag("bias_adjusted");
    BigDecimal large = clause.constant("large-from-mw");
    List<BigDecimal> limits = new ArrayList<>();
    for (String size : List.of("large", "small")) {
      boolean isLarge = size.equals("large");
      if (load.isEmpty() || load.get().compareTo(large) >= 0 == isLarge) {
        if (!adjusted.orElse(false)) {
          limits.add(clause.constant(size));
        }
        if (adjusted.orElse(true)) {
          limits.add(clause.constant(size + "-adjusted"));
        }
      }
    }
    return limits;
  }
}
