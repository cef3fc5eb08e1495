package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tijian.analytics.statistic.Arithmetic;

/** Concentrations brought to reference oxygen (折算). */
record Hj75Oxygen(Clauses clauses) {
  private static final int DECIMALS = 6;

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
  Sheet conversion(Inputs inputs) {
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
      BigDecimal dry = Hj75Conversion.dryShare(inputs);
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
}
