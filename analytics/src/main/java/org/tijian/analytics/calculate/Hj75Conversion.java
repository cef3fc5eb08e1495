package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import org.tijian.analytics.statistic.Arithmetic;

/** Concentrations brought to standard state and dry gas. */
record Hj75Conversion(Clauses clauses) {
  private static final int DECIMALS = 6;
  private static final BigDecimal KELVIN = new BigDecimal("273");

  /** 1 - X_sw. */
  static BigDecimal dryShare(Inputs inputs) {
    BigDecimal moisture = inputs.notNegative("moisture_pct");
    if (moisture.compareTo(Arithmetic.HUNDRED) >= 0) {
      throw inputs.wrong("out-of-range", "moisture_pct", "must be below 100");
    }
    return BigDecimal.ONE.subtract(Arithmetic.over(moisture, Arithmetic.HUNDRED));
  }

  /**
   *
   *
   * <pre>C_sn = C_s * 101325 / (Ba + Ps) * (273 + t) / 273;   C_dry = C / (1 - X_sw)</pre>
   */
  Sheet standardState(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.standard-state");
    BigDecimal concentration = inputs.notNegative("concentration");
    BigDecimal temperature = temperature(inputs);
    BigDecimal pressure = pressure(inputs);
    Sheet sheet =
        new Sheet(
                clause,
                "C_sn = C × 101325 / (Ba + Ps) × (273 + t) / 273",
                "C_dry = C_sn / (1 - X_sw)")
            .with("C", "实际状态浓度", "concentration as measured", concentration, "mg/m3")
            .with("t", "烟温", "temperature", inputs.number("temperature_c"), "°C")
            .with("Ba + Ps", "绝对压力", "absolute pressure", pressure, "Pa");
    BigDecimal standard =
        Arithmetic.over(
            concentration.multiply(clause.constant("pressure")).multiply(temperature),
            pressure.multiply(clause.constant("temperature")));
    sheet.step(
        "C_sn",
        "标准状态浓度",
        "at standard state",
        "%s × 101325 / %s × %s / 273"
            .formatted(term(concentration), term(pressure), term(temperature)),
        standard,
        "mg/m3");
    sheet.round("standard", standard, DECIMALS);
    if (!inputs.has("moisture_pct")) {
      return sheet;
    }
    BigDecimal dry = dryShare(inputs);
    BigDecimal value = Arithmetic.over(standard, dry);
    String terms = "%s / %s".formatted(term(standard), term(dry));
    sheet.step("C_dry", "标干浓度", "dry", terms, value, "mg/m3");
    return sheet.round("standard_dry", value, DECIMALS);
  }

  /** Absolute pressure Ba + Ps in Pa. */
  static BigDecimal pressure(Inputs inputs) {
    BigDecimal pressure =
        inputs.positive("ambient_pressure_pa").add(inputs.number("static_pressure_pa"));
    if (pressure.signum() <= 0) {
      throw inputs.wrong("out-of-range", "static_pressure_pa", "leaves no pressure");
    }
    return pressure;
  }

  /** 273 + t in K. */
  static BigDecimal temperature(Inputs inputs) {
    BigDecimal kelvin = inputs.number("temperature_c").add(KELVIN);
    if (kelvin.signum() <= 0) {
      throw inputs.wrong("out-of-range", "temperature_c", "is below absolute zero");
    }
    return kelvin;
  }
}
