package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.tijian.analytics.statistic.Arithmetic;

/**
 * Zero or span drift, in per cent of full scale: of one periodic check, or the furthest of several
 * readings from the one they began with; see {@link org.tijian.analytics.statistic.Drift}.
 */
record Hj75Drift(Clauses clauses) {
  private static final int DECIMALS = 2;

  Sheet zero(Inputs inputs) {
    return drift(inputs, "Z", "零点读数", "zero reading");
  }

  Sheet span(Inputs inputs) {
    return drift(inputs, "S", "量程读数", "span reading");
  }

  private Sheet drift(Inputs inputs, String symbol, String zh, String en) {
    boolean isSeries = inputs.has("readings");
    BigDecimal begun = inputs.number(isSeries ? "initial" : "previous_after");
    List<BigDecimal> readings =
        isSeries ? inputs.numbers("readings", 1) : List.of(inputs.number("before"));
    BigDecimal scale = inputs.positive("full_scale");
    BigDecimal furthest =
        readings.stream()
            .max(
                Comparator.comparing((BigDecimal reading) -> reading.subtract(begun).abs())
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    Sheet sheet =
        new Sheet(
                clauses.clause("hj75-2017.drift"),
                "%s_d = (%s_i - %s_0) / R × 100".formatted(symbol, symbol, symbol))
            .with(symbol + "_0", zh + "（起始）", en + ", at the start", begun, "1")
            .with(symbol, zh, en, readings, "1")
            .with("R", "满量程", "full scale", scale, "1");
    BigDecimal drift =
        sheet.step(
            symbol + "_d",
            "漂移（带符号）",
            "drift, signed",
            "(%s - %s) / %s × 100".formatted(term(furthest), term(begun), term(scale)),
            Arithmetic.percent(furthest.subtract(begun), scale),
            "%FS");
    return sheet.round("drift_pct_fs", drift, DECIMALS);
  }
}
