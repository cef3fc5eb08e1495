package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.statistic.Arithmetic;

/**
 * Substitution of missing hours: which methods of determination (MODC) go with which percent
 * monitor data availability (PMA), and whether a reported availability can be true.
 */
record Part75MissingData(Clauses clauses) {
  private static final Set<String> CODES = Set.of("06", "08", "09", "10", "11");

  Sheet methodAgainstAvailability(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.missing-data");
    String code = "modc" + inputs.word("modc", CODES).toLowerCase(Locale.ROOT);
    BigDecimal from = clause.constant(code + ".from");
    BigDecimal to = clause.constant(code + ".to");
    return new Sheet(clause, "%s: PMA %s ... %s %%".formatted(code, from, to))
        .put("percent_available_allowed", List.of(from, to));
  }

  /** The mean of the load bin is for gaps of up to 24 h (from 95 %) or 8 h (from 90 %). */
  Sheet loadBinAverage(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.missing-data");
    inputs.word("modc", Set.of("11"));
    BigDecimal available = percent(inputs, "percent_available");
    BigDecimal gap = inputs.positive("missing_period_hours");
    Sheet sheet =
        new Sheet(clause, "PMA >= 95: gap <= 24", "PMA >= 90: gap <= 8")
            .with("PMA", "数据可用率", "availability", available, "%")
            .with("gap", "缺失时长", "gap", gap, "h");
    boolean isHigh = available.compareTo(clause.constant("high")) >= 0;
    boolean allowed =
        sheet.isAtLeast("PMA", available, clause.constant("middle"), "%")
            && sheet.isAtMost("gap", gap, clause.constant(isHigh ? "gap.high" : "gap.middle"), "h");
    return sheet.put("allowed", allowed);
  }

  /** Missing hours cannot exceed period * (1 - PMA / 100) by more than five. */
  Sheet plausibility(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.pma-plausibility");
    BigDecimal missing = inputs.notNegative("missing_hours_in_period");
    BigDecimal available = percent(inputs, "last_percent_available");
    BigDecimal period = inputs.positive("period_hours");
    BigDecimal share = Arithmetic.HUNDRED.subtract(available);
    BigDecimal most =
        Arithmetic.over(period.multiply(share), Arithmetic.HUNDRED)
            .add(clause.constant("spare-hours"));
    Sheet sheet =
        new Sheet(clause, "most = period × (1 - PMA / 100) + 5")
            .with("period", "时段", "period", period, "h")
            .with("PMA", "数据可用率", "availability", available, "%");
    boolean kept = sheet.isAtMost("missing", missing, most, "h");
    return sheet.round("max_missing_hours_plus_5", most, 1).put("flagged", !kept);
  }

  private static BigDecimal percent(Inputs inputs, String key) {
    BigDecimal percent = inputs.notNegative(key);
    if (percent.compareTo(Arithmetic.HUNDRED) > 0) {
      throw inputs.wrong("out-of-range", key, "must not be above 100");
    }
    return percent;
  }
}
