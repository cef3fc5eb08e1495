package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tijian.analytics.statistic.Arithmetic;

/** Concentrations brought to standard state, dry gas, mass and reference oxygen. */
record Hj75Conversion(Clauses clauses) {
  private static final int DECIMALS = 6;
  private static final BigDecimal KELVIN = new BigDecimal("273");

  /**
   *
   *
   * <pre>
   * C_zs = C_sn * (21 - O2_s) / (21 - O2),  dry;   O2 = O2_wet / (1 - X_sw)
   * or C_sn * alpha / alpha_s,  alpha = 21 / (21 - O2)
   * </pre>
   *
   * From 19 % oxygen on nothing is converted: the source stands still, and the factor explodes.
   */
  Sheet oxygen(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.o2-conversion");
    BigDecimal concentration = inputs.notNegative("concentration");
    Sheet sheet =
        new Sheet(
            clause,
            inputs.has("alpha_reference")
                ? "C_zs = C_sn × α / α_s, α = 21 / (21 - O2)"
                : "C_zs = C_sn × (21 - O2_s) / (21 - O2)");
    sheet.with("C_sn", "标干浓度", "concentration", concentration, "mg/m3");
    BigDecimal oxygen = dryOxygen(sheet, clause, inputs);
    BigDecimal air = clause.constant("oxygen");
    BigDecimal factor = factor(sheet, inputs, air, air.subtract(oxygen));
    BigDecimal converted = concentration.multiply(factor).round(MathContext.DECIMAL128);
    sheet.step(
        "C_zs",
        "折算浓度",
        "converted",
        "%s × %s".formatted(term(concentration), term(factor)),
        converted,
        "mg/m3");
    return sheet.round("factor", factor, DECIMALS).round("converted", converted, DECIMALS);
  }

  private static BigDecimal factor(Sheet sheet, Inputs inputs, BigDecimal air, BigDecimal below) {
    if (inputs.has("alpha_reference")) {
      BigDecimal alphaReference = inputs.positive("alpha_reference");
      sheet.with("α_s", "基准过量空气系数", "reference air ratio", alphaReference, "1");
      return sheet.step(
          "factor",
          "折算系数",
          "factor",
          "%s / %s / %s".formatted(term(air), term(below), term(alphaReference)),
          Arithmetic.over(Arithmetic.over(air, below), alphaReference),
          "1");
    }
    BigDecimal reference = inputs.notNegative("o2_reference");
    if (reference.compareTo(air) >= 0) {
      throw inputs.wrong("out-of-range", "o2_reference", "must be below " + air);
    }
    sheet.with("O2_s", "基准氧含量", "reference oxygen", reference, "%");
    return sheet.step(
        "factor",
        "折算系数",
        "factor",
        "(%s - %s) / %s".formatted(term(air), term(reference), term(below)),
        Arithmetic.over(air.subtract(reference), below),
        "1");
  }

  private static BigDecimal dryOxygen(Sheet sheet, Clause clause, Inputs inputs) {
    BigDecimal measured = inputs.notNegative("o2");
    sheet.with("O2", "实测氧含量", "oxygen", measured, "%");
    BigDecimal oxygen = measured;
    if (inputs.has("moisture_pct")) {
      BigDecimal dry = dryShare(inputs);
      oxygen =
          sheet.step(
              "O2_dry",
              "干基氧含量",
              "oxygen, dry",
              "%s / %s".formatted(term(measured), term(dry)),
              Arithmetic.over(measured, dry),
              "%");
    }
    if (oxygen.compareTo(clause.constant("oxygen-below")) >= 0) {
      throw inputs.wrong("out-of-range", "o2", "must be below 19 % for a conversion");
    }
    return oxygen;
  }

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
