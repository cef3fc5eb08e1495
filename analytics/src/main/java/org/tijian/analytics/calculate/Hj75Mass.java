package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.math.MathContext;
import org.tijian.analytics.statistic.Arithmetic;

/** From volume ratios to mass concentrations, and from concentration and flow to a rate. */
record Hj75Mass(Clauses clauses) {
  private static final int DECIMALS = 6;

  /** C = M / 22.4 * C_v, mg/m3 from umol/mol. */
  Sheet concentration(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.mass-concentration");
    BigDecimal ratio = inputs.notNegative("ratio_umol_mol");
    BigDecimal mass = inputs.positive("molar_mass");
    Sheet sheet =
        new Sheet(clause, "C = M / 22.4 × C_v")
            .with("C_v", "体积浓度", "volume ratio", ratio, "µmol/mol")
            .with("M", "摩尔质量", "molar mass", mass, "g/mol");
    BigDecimal value = Arithmetic.over(mass.multiply(ratio), clause.constant("molar-volume"));
    String terms = "%s / 22.4 × %s".formatted(term(mass), term(ratio));
    sheet.step("C", "质量浓度", "mass concentration", terms, value, "mg/m3");
    return sheet.round("mass_mg_m3", value, DECIMALS);
  }

  /** C_NOx = (C_NO,v + C_NO2,v) * M_NO2 / 22.4, mg/m3 as NO2. */
  Sheet nitrogenOxides(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.mass-concentration");
    BigDecimal no = inputs.notNegative("no_umol_mol");
    BigDecimal no2 = inputs.notNegative("no2_umol_mol");
    BigDecimal mass = inputs.positive("molar_mass_no2");
    Sheet sheet =
        new Sheet(clause, "C_NOx = (C_NO + C_NO2) × M_NO2 / 22.4")
            .with("C_NO", "NO 体积浓度", "NO", no, "µmol/mol")
            .with("C_NO2", "NO2 体积浓度", "NO2", no2, "µmol/mol")
            .with("M_NO2", "NO2 摩尔质量", "molar mass of NO2", mass, "g/mol");
    BigDecimal value = Arithmetic.over(no.add(no2).multiply(mass), clause.constant("molar-volume"));
    sheet.step(
        "C_NOx",
        "氮氧化物（以 NO2 计）",
        "NOx as NO2",
        "(%s + %s) × %s / 22.4".formatted(term(no), term(no2), term(mass)),
        value,
        "mg/m3");
    return sheet.round("nox_mg_m3", value, DECIMALS);
  }

  /**
   *
   *
   * <pre>
   * V_s = K_v * V_p,  Q_s = 3600 * F * V_s
   * Q_sn = Q_s * 273 / (273 + t) * (Ba + Ps) / 101325 * (1 - X_sw)
   * </pre>
   */
  Sheet flow(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.flow");
    Clause state = clauses.clause("hj75-2017.standard-state");
    BigDecimal area = inputs.positive("area_m2");
    BigDecimal velocity = inputs.notNegative("velocity_m_s");
    BigDecimal factor =
        inputs.has("velocity_factor") ? inputs.positive("velocity_factor") : BigDecimal.ONE;
    Sheet sheet =
        new Sheet(
                clause,
                "Q_s = 3600 × F × K_v × V_p",
                "Q_sn = Q_s × 273 / (273 + t) × (Ba + Ps) / 101325 × (1 - X_sw)")
            .and(state)
            .with("F", "断面面积", "section", area, "m2")
            .with("V_p", "CEMS 流速", "velocity", velocity, "m/s")
            .with("K_v", "速度场系数", "velocity factor", factor, "1");
    BigDecimal wet = clause.constant("seconds").multiply(area).multiply(factor).multiply(velocity);
    sheet.step(
        "Q_s",
        "工况湿烟气流量",
        "flow as it is",
        "3600 × %s × %s × %s".formatted(term(area), term(factor), term(velocity)),
        wet,
        "m3/h");
    BigDecimal standard = standard(sheet, state, wet, inputs);
    return sheet.round("actual_m3_h", wet, 3).round("standard_dry_m3_h", standard, 3);
  }

  private static BigDecimal standard(Sheet sheet, Clause state, BigDecimal wet, Inputs inputs) {
    BigDecimal temperature = Hj75Conversion.temperature(inputs);
    BigDecimal pressure = Hj75Conversion.pressure(inputs);
    BigDecimal dry = Hj75Conversion.dryShare(inputs);
    BigDecimal numerator =
        wet.multiply(state.constant("temperature"))
            .multiply(pressure)
            .multiply(dry)
            .round(MathContext.DECIMAL128);
    String terms =
        "%s × 273 / %s × %s / 101325 × %s"
            .formatted(term(wet), term(temperature), term(pressure), term(dry));
    return sheet.step(
        "Q_sn",
        "标干流量",
        "dry flow at standard state",
        terms,
        Arithmetic.over(numerator, temperature.multiply(state.constant("pressure"))),
        "m3/h");
  }

  /** G = C * Q_sn / 10^6, kg/h; C at standard dry state as measured, never the converted one. */
  Sheet rate(Inputs inputs) {
    Clause clause = clauses.clause("hj75-2017.emission-rate");
    BigDecimal concentration = inputs.notNegative("concentration");
    BigDecimal flow = inputs.notNegative("standard_dry_flow_m3_h");
    Sheet sheet =
        new Sheet(clause, "G = C × Q_sn / 1000000")
            .with("C", "标干浓度", "concentration", concentration, "mg/m3")
            .with("Q_sn", "标干流量", "dry flow at standard state", flow, "m3/h");
    BigDecimal rate = Arithmetic.over(concentration.multiply(flow), clause.constant("milligrams"));
    String terms = "%s × %s / 1000000".formatted(term(concentration), term(flow));
    sheet.step("G", "排放速率", "emission rate", terms, rate, "kg/h");
    return sheet.round("emission_rate_kg_h", rate, DECIMALS);
  }
}
