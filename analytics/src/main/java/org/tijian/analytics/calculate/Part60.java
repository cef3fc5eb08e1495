package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.statistic.Arithmetic;

/** Drift and quarterly audits of 40 CFR 60, appendices B and F. */
record Part60(Clauses clauses) {
  private static final int DECIMALS = 2;
  private static final Set<String> TYPES = Set.of("SO2", "NOX", "CO", "O2", "CO2");

  /** CD = |R - A| / S * 100; for O2 and CO2 |R - A|. */
  Sheet drift(Inputs inputs) {
    String type = inputs.word("component_type", TYPES);
    BigDecimal reference = inputs.number("reference");
    BigDecimal measured = inputs.number("measured");
    boolean isAbsolute = type.equals("O2") || type.equals("CO2");
    Sheet sheet =
        new Sheet(
                clauses.clause("40cfr60.drift"),
                isAbsolute ? "CD = |R - A|" : "CD = |R - A| / S × 100")
            .with("R", "标准值", "reference", reference, "1")
            .with("A", "仪器示值", "monitor", measured, "1");
    BigDecimal difference = reference.subtract(measured).abs();
    String terms = "|%s - %s|".formatted(term(reference), term(measured));
    BigDecimal drift =
        isAbsolute ? difference : Arithmetic.percent(difference, inputs.positive("span"));
    String expression =
        isAbsolute ? terms : terms + " / " + term(inputs.positive("span")) + " × 100";
    sheet.step("CD", "漂移", "drift", expression, drift, isAbsolute ? "%" : "% of span");
    return sheet.round("drift", drift, DECIMALS).put("unit", isAbsolute ? "%" : "% of span");
  }

  /** A = (C_m - C_a) / C_a * 100, kept within 15 % or 5 ppm, whichever is greater. */
  Sheet cylinderGasAudit(Inputs inputs) {
    return audit(inputs, "audit_gas", "limit-ppm", "ppm");
  }

  /** The same against three runs of the reference method, within 15 % or 7.5 % of the standard. */
  Sheet relativeAccuracyAudit(Inputs inputs) {
    return audit(inputs, "references", "limit-standard", "% of the standard");
  }

  private Sheet audit(Inputs inputs, String against, String alternative, String unit) {
    Clause clause = clauses.clause("40cfr60.audit");
    int fewest = clause.whole("fewest");
    boolean isGas = against.equals("audit_gas");
    List<BigDecimal> readings = inputs.numbers("readings", fewest);
    BigDecimal known =
        isGas ? inputs.positive(against) : Arithmetic.mean(inputs.numbers(against, fewest));
    if (known.signum() <= 0) {
      throw inputs.wrong("out-of-range", against, "must have a mean above zero");
    }
    BigDecimal mean = Arithmetic.mean(readings);
    Sheet sheet =
        new Sheet(clause, "A = (C_m - C_a) / C_a × 100")
            .with("C", "仪器示值", "monitor", readings, "1")
            .with("C_a", "审核值", "audit value", known, "1");
    sheet.step("C_m", "示值均值", "mean of the monitor", "ΣC_i / " + readings.size(), mean, "1");
    BigDecimal difference = mean.subtract(known);
    String terms = "(%s - %s) / %s × 100".formatted(term(mean), term(known), term(known));
    BigDecimal accuracy =
        sheet.step("A", "准确度", "accuracy", terms, Arithmetic.percent(difference, known), "%");
    BigDecimal other = difference.abs();
    if (!isGas) {
      other = Arithmetic.percent(other, inputs.positive("emission_standard"));
    }
    boolean kept = sheet.isAtMost("|A|", accuracy.abs(), clause.constant("limit"), "%");
    boolean passed = kept || sheet.isAtMost("D", other, clause.constant(alternative), unit);
    return sheet
        .round("mean", mean, 5)
        .round("accuracy_pct", accuracy, DECIMALS)
        .put("result", passed ? "PASSED" : "FAILED");
  }
}
