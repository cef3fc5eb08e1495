package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.statistic.Arithmetic;

/** Tests of the analyser itself: linearity error, response time, converter efficiency. */
record Hj75Instrument(Clauses clauses) {
  private static final int DECIMALS = 2;

  /**
   *
   *
   * <pre>Le = (mean of the readings - C) / C * 100,  or / R * 100 for a small full scale</pre>
   *
   * Worst of the gases, signed. Below which full scale the second form holds is not known here: the
   * question says which one it wants.
   */
  Sheet linearityError(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.linearity-error");
    List<Inputs> gases = inputs.list("gases", 1);
    boolean isOfGas = inputs.word("relative_to", Set.of("GAS", "FULL_SCALE")).equals("GAS");
    Sheet sheet =
        new Sheet(clause, isOfGas ? "Le = (C_m - C) / C × 100" : "Le = (C_m - C) / R × 100");
    List<BigDecimal> errors = new ArrayList<>();
    for (Inputs gas : gases) {
      BigDecimal base = isOfGas ? gas.positive("gas") : inputs.positive("full_scale");
      errors.add(error(sheet, gas, base, errors.size() + 1, clause.whole("fewest")));
    }
    BigDecimal worst =
        errors.stream()
            .max(
                Comparator.comparing((BigDecimal error) -> error.abs())
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    return sheet
        .round("errors_pct", errors, DECIMALS)
        .round("linearity_error_pct", worst, DECIMALS)
        .put("relative_to", isOfGas ? "gas" : "full_scale");
  }

  private static BigDecimal error(
      Sheet sheet, Inputs gas, BigDecimal base, int number, int fewest) {
    BigDecimal value = gas.positive("gas");
    List<BigDecimal> readings = gas.numbers("readings", fewest);
    BigDecimal mean = Arithmetic.mean(readings);
    sheet.with("C_" + number, "标准气体浓度", "gas", value, "1");
    sheet.with("C_" + number, "示值", "reading", readings, "1");
    sheet.step("C_m" + number, "示值均值", "mean reading", "ΣC_i / " + readings.size(), mean, "1");
    return sheet.step(
        "Le_" + number,
        "线性误差",
        "linearity error",
        "(%s - %s) / %s × 100".formatted(term(mean), term(value), term(base)),
        Arithmetic.percent(mean.subtract(value), base),
        "%");
  }

  /** T = T1 + T2, transport delay and rise to 90 %; mean of three. */
  Sheet responseTime(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.response-time");
    Sheet sheet = new Sheet(clause, "T_i = T1_i + T2_i", "T = ΣT_i / n");
    List<BigDecimal> times = new ArrayList<>();
    for (Inputs run : inputs.list("runs", clause.whole("fewest"))) {
      BigDecimal delay = run.notNegative("delay_s");
      BigDecimal rise = run.notNegative("rise_s");
      int i = times.size() + 1;
      sheet.with("T1_" + i, "管线传输时间", "transport delay", delay, "s");
      sheet.with("T2_" + i, "上升到 90 % 的时间", "rise to 90 %", rise, "s");
      times.add(delay.add(rise));
    }
    BigDecimal mean = Arithmetic.mean(times);
    sheet.step("T", "系统响应时间", "response time", "ΣT_i / " + times.size(), mean, "s");
    return sheet.round("response_time_s", mean, 1).round("times_s", times, 1);
  }

  /** Reading for NO2 sent through the converter, per cent of the NO2 gas. */
  Sheet converterEfficiency(Inputs inputs) {
    BigDecimal reading = inputs.notNegative("reading");
    BigDecimal gas = inputs.positive("no2_gas");
    Sheet sheet =
        new Sheet(clauses.clause("hj75-2017.converter"), "η = C / C_NO2 × 100")
            .with("C", "示值", "reading", reading, "1")
            .with("C_NO2", "NO2 标准气体", "NO2 gas", gas, "1");
    BigDecimal efficiency = Arithmetic.percent(reading, gas);
    sheet.step(
        "η",
        "转换效率",
        "converter efficiency",
        "%s / %s × 100".formatted(term(reading), term(gas)),
        efficiency,
        "%");
    return sheet.round("efficiency_pct", efficiency, DECIMALS);
  }
}
