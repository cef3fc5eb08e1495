package org.tijian.analytics.calculate;

import static org.tijian.analytics.calculate.WorkingText.term;

import java.math.BigDecimal;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.Rounding;

/** Transmission effectiveness (传输有效率) of a period, from counts of data. */
record Transmission(Clauses clauses) {
  private static final int DECIMALS = 2;

  /** Valid among due, in per cent: the product of transmission rate and validity rate. */
  Sheet effectiveness(Inputs inputs) {
    BigDecimal due = BigDecimal.valueOf(inputs.count("due", 1));
    BigDecimal received = BigDecimal.valueOf(inputs.count("received", 0));
    BigDecimal valid = BigDecimal.valueOf(inputs.count("valid", 0));
    requireAtMost(inputs, "received", received, due);
    requireAtMost(inputs, "valid", valid, received);
    Sheet sheet =
        new Sheet(
                clauses.clause("cn.transmission-effectiveness"),
                "η = (received / due) × (valid / received) × 100 = valid / due × 100")
            .with("due", "应传数据", "due", due, "1")
            .with("received", "实传数据", "received", received, "1")
            .with("valid", "有效数据", "valid", valid, "1");
    BigDecimal effectiveness = Arithmetic.percent(valid, due);
    sheet.step(
        "η",
        "传输有效率",
        "transmission effectiveness",
        "%s / %s × 100".formatted(term(valid), term(due)),
        effectiveness,
        "%");
    return sheet
        .round("transmission_rate_pct", Arithmetic.percent(received, due), DECIMALS)
        .put(
            "validity_rate_pct",
            received.signum() == 0
                ? null
                : Rounding.round(Arithmetic.percent(valid, received), DECIMALS))
        .round("transmission_effectiveness_pct", effectiveness, DECIMALS);
  }

  private static void requireAtMost(Inputs inputs, String key, BigDecimal value, BigDecimal most) {
    if (value.compareTo(most) > 0) {
      throw inputs.wrong("out-of-range", key, "must not be above " + most);
    }
  }
}
