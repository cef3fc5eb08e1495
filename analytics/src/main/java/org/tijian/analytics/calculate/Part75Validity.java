package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How long a test holds: to the end of a calendar quarter, extended by quarters in which the source
 * hardly ran, and then for a grace of operating hours.
 */
record Part75Validity(Clauses clauses) {
  private static final Set<String> FREQUENCIES = Set.of("4QTRS", "2QTRS", "8QTRS");
  private static final String IN_CONTROL = "IC";
  private static final String GRACE = "IC-Grace";
  private static final String EXPIRED = "OOC-Expired";

  /** Last day of the quarter of test end + 12, 6 or 24 months; a quarter earlier if in grace. */
  Sheet rataExpiration(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.rata-expiration");
    String frequency = inputs.word("frequency", FREQUENCIES).toLowerCase(Locale.ROOT);
    return expiration(inputs, clause, clause.whole("months." + frequency));
  }

  /** Last day of the quarter after that of the test; of the same quarter if in grace. */
  Sheet linearityExpiration(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.linearity-expiration");
    return expiration(inputs, clause, clause.whole("months"));
  }

  private static Sheet expiration(Inputs inputs, Clause clause, int months) {
    LocalDate end = inputs.date("test_end_date");
    boolean inGrace = inputs.optionalFlag("done_in_grace_period").orElse(false);
    LocalDate within = end.plusMonths(months).minusMonths(inGrace ? 3 : 0);
    LocalDate last =
        within.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS).minusDays(1);
    return new Sheet(
            clause,
            "expires = last day of the quarter of (%s + %d months%s)"
                .formatted(end, months, inGrace ? " - 1 quarter" : ""))
        .put("expires_end_of", last.toString());
  }

  /** One quarter for each quarter below 168 operating hours, to the eighth after the test. */
  Sheet extension(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.rata-extension");
    List<BigDecimal> hours = inputs.numbers("operating_hours_of_successive_quarters", 1);
    if (hours.stream().anyMatch(h -> h.signum() < 0)) {
      throw inputs.wrong(
          "out-of-range", "operating_hours_of_successive_quarters", "must not be below zero");
    }
    long few = hours.stream().filter(h -> h.compareTo(clause.constant("hours")) < 0).count();
    return new Sheet(clause, "extension = number of quarters with hours < 168, at most 8")
        .with("h", "季度运行小时", "operating hours of the quarter", hours, "h")
        .put("extension_quarters", Math.min(few, clause.whole("most-quarters")));
  }

  Sheet rataGrace(Inputs inputs) {
    return grace(inputs, clauses.clause("40cfr75.rata-grace"));
  }

  Sheet linearityGrace(Inputs inputs) {
    return grace(inputs, clauses.clause("40cfr75.linearity-grace"));
  }

  Sheet leakGrace(Inputs inputs) {
    return grace(inputs, clauses.clause("40cfr75.leak-grace"));
  }

  private static Sheet grace(Inputs inputs, Clause clause) {
    BigDecimal hours = inputs.notNegative("unit_operating_hours_since_expiry");
    Sheet sheet = new Sheet(clause, "h <= grace").with("h", "运行小时", "operating hours", hours, "h");
    boolean kept = sheet.isAtMost("h", hours, clause.constant("hours"), "h");
    return sheet.put("status", kept ? GRACE : EXPIRED);
  }

  /** A passed calibration holds less than 26 hours; after an outage there are 8 hours of grace. */
  Sheet dailyCalibration(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.daily-calibration-status");
    BigDecimal since = inputs.notNegative("clock_hours_since_last_passed_online_test");
    boolean hadOutage =
        inputs.optionalFlag("a_non_operating_hour_inside_the_26_hour_window").orElse(false);
    Optional<BigDecimal> after = inputs.optionalNumber("hours_since_first_operating_hour_after_it");
    Sheet sheet =
        new Sheet(clause, "h < 26, or after an outage h_start < 8")
            .with("h", "距上次通过的小时", "hours since the last passed one", since, "h");
    if (since.compareTo(clause.constant("hours")) < 0) {
      return sheet.put("status", IN_CONTROL);
    }
    boolean inGrace =
        hadOutage
            && after
                .filter(h -> h.signum() >= 0 && h.compareTo(clause.constant("grace")) < 0)
                .isPresent();
    after.ifPresent(h -> sheet.with("h_start", "启动后小时", "hours since the start", h, "h"));
    return sheet.put("status", inGrace ? GRACE : EXPIRED);
  }

  /** Whole minutes from begin to end; the engine counts both end minutes of gas and flow. */
  Sheet runLength(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.rata-run-length");
    String system = inputs.text("system").toLowerCase(Locale.ROOT);
    BigDecimal minutes = inputs.notNegative("end_minus_begin_minutes");
    BigDecimal fewest =
        switch (system) {
          case "so2", "nox", "noxc", "noxp", "so2r", "co2", "o2", "h2o", "h2om", "hcl", "gas" ->
              clause.constant("gas");
          case "flow", "hg-30a", "hg-30b" -> clause.constant(system);
          default -> throw inputs.wrong("unknown-value", "system", "is no system known here");
        };
    Sheet sheet =
        new Sheet(clause, "end - begin >= " + WorkingText.shown(fewest))
            .with("T", "结束减开始", "end minus begin", minutes, "min");
    return sheet.put("long_enough", sheet.isAtLeast("T", minutes, fewest, "min"));
  }
}
