package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Rounding;

/**
 * Outcome of an accuracy test of Hg or HCl over its levels, from recalculated and reported values:
 * a reported value counts instead where it is within the tolerance of the recalculated one. The
 * worst level decides.
 */
record RataOutcome(Clauses clauses) {
  private static final List<String> WORSE =
      List.of("PASSED", "PASSAPS", "FAILED", "ABORTED", "INVALID");
  private static final String ANNUAL = "4QTRS";
  private static final String SEMIANNUAL = "2QTRS";

  /** Hg: relative accuracy to 0.1, or for a low reference |d| + |cc| to 0.1. */
  Sheet mercury(Inputs inputs) {
    Clause clause = clauses.clause("40cfr75.rata-outcome.hg");
    inputs.word("parameter", Set.of("HG"));
    Sheet sheet = new Sheet(clause, "RA <= 20.0", "RM <= 2.5, |d| + |cc| <= 0.5");
    if (meetsAccuracy(sheet, clause, inputs)) {
      return told(sheet, inputs, "PASSED");
    }
    BigDecimal mean = Rounding.round(inputs.notNegative("calc_mean_ref"), 1);
    boolean isLow = sheet.isAtMost("RM", mean, clause.constant("reference-at-most"), "µg/scm");
    return told(sheet, inputs, isLow && meetsSum(sheet, clause, inputs) ? "PASSAPS" : "FAILED");
  }

  /** HCl: relative accuracy to 0.1; an alternative of PS-15 or PS-18 is accepted as claimed. */
  Sheet hydrogenChloride(Inputs inputs) {
    Clause clause = clauses.clause("40cfr63uuuuu.rata-outcome.hcl");
    inputs.word("parameter", Set.of("HCL"));
    Sheet sheet = new Sheet(clause, "RA <= 20.0, or the alternative is claimed");
    if (meetsAccuracy(sheet, clause, inputs)) {
      return told(sheet, inputs, "PASSED");
    }
    boolean isClaimed = inputs.optionalFlag("reported_aps").orElse(false);
    return told(sheet, inputs, isClaimed ? "PASSAPS" : "FAILED");
  }

  private static boolean meetsAccuracy(Sheet sheet, Clause clause, Inputs inputs) {
    BigDecimal calculated = inputs.notNegative("calc_ra");
    BigDecimal limit = clause.constant("limit");
    return sheet.isAtMost("RA", Rounding.round(calculated, 1), limit, "%")
        || accepted(inputs, "reported_ra", calculated, clause.constant("tolerance.accuracy"))
            .filter(r -> sheet.isAtMost("RA_rep", Rounding.round(r, 1), limit, "%"))
            .isPresent();
  }

  private static boolean meetsSum(Sheet sheet, Clause clause, Inputs inputs) {
    BigDecimal d = inputs.number("calc_mean_diff");
    BigDecimal cc = inputs.number("calc_cc");
    BigDecimal limit = clause.constant("alternative");
    BigDecimal tolerance = clause.constant("tolerance.difference");
    BigDecimal sum = Rounding.round(d.abs().add(cc.abs()), 1);
    if (sheet.isAtMost("|d| + |cc|", sum, limit, "µg/scm")) {
      return true;
    }
    BigDecimal reported =
        accepted(inputs, "reported_mean_diff", d, tolerance)
            .orElse(d)
            .abs()
            .add(accepted(inputs, "reported_cc", cc, tolerance).orElse(cc).abs());
    return sheet.isAtMost("|d_rep| + |cc_rep|", Rounding.round(reported, 1), limit, "µg/scm");
  }

  private static Optional<BigDecimal> accepted(
      Inputs inputs, String key, BigDecimal calculated, BigDecimal tolerance) {
    return inputs
        .optionalNumber(key)
        .filter(r -> r.subtract(calculated).abs().compareTo(tolerance) <= 0);
  }

  private static Sheet told(Sheet sheet, Inputs inputs, String level) {
    String result = worse(level, prior(inputs).orElse(level));
    return sheet.put("result", result).put("frequency", frequency(inputs, result));
  }

  /** A level before this one that is not known to hold for a year makes it half a year. */
  private static @Nullable String frequency(Inputs inputs, String result) {
    if (!result.startsWith("PASS")) {
      return null;
    }
    boolean isAnnual =
        prior(inputs).isEmpty()
            || inputs.optionalText("prior_level_frequency").orElse("").equals(ANNUAL);
    return isAnnual ? ANNUAL : SEMIANNUAL;
  }

  static Optional<String> prior(Inputs inputs) {
    return result(inputs, "prior_level_result");
  }

  /** One of the words of a test result; empty if it is not told. */
  static Optional<String> result(Inputs inputs, String key) {
    return inputs.has(key) ? Optional.of(inputs.word(key, Set.copyOf(WORSE))) : Optional.empty();
  }

  static String worse(String one, String other) {
    return WORSE.indexOf(one) >= WORSE.indexOf(other) ? one : other;
  }
}
