package org.tijian.analytics.calculate;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/** What the calculations of 40 CFR 75 share: their rules are found by the type of the system. */
final class Part75 {
  static final String STANDARD = "40CFR75";
  static final String RATA = "rata";
  static final String CALIBRATION_ERROR = "calibration-error-7day";
  private static final Set<String> OUTCOMES =
      Set.of("met", "not-met", "cannot-tell.too-few-readings", "not-applicable.no-limit-in-force");
  private static final Set<String> PLACEHOLDERS = Set.of("found", "limit");

  private Part75() {}

  static CheckForm rataForm() {
    return new CheckForm(
        RATA,
        Set.of("annual", "bias"),
        Set.of(
            "alternative",
            "alternative-annual",
            "difference-decimals",
            "annual-difference-decimals",
            "reference-at-most",
            "reference-decimals",
            "with-confidence",
            "low-emitter-at-most",
            "low-emitter-decimals",
            "low-emitter-factor",
            "levels"),
        OUTCOMES,
        PLACEHOLDERS);
  }

  static CheckForm calibrationErrorForm() {
    return new CheckForm(
        CALIBRATION_ERROR,
        Set.of("of-span", "decimals"),
        Set.of("alternative", "alternative-decimals", "span-below", "span-at-most"),
        OUTCOMES,
        PLACEHOLDERS);
  }

  /**
   * @param key of the input that names the type; a unit in brackets after it is left alone
   */
  static Rule rule(RuleBook rules, String check, Inputs inputs, String key) {
    String type = inputs.text(key).replaceFirst("\\s*\\(.*\\)$", "").toLowerCase(Locale.ROOT);
    return rules
        .rule("40cfr75.%s.%s".formatted(check, type))
        .orElseThrow(() -> inputs.wrong("unknown-value", key, "is no type that is known here"));
  }

  /** The limit of the day; of today's edition where the question does not tell the day. */
  static Limit limit(Rule rule, Inputs inputs, String dateKey) {
    if (!inputs.has(dateKey)) {
      return rule.limits().stream()
          .filter(limit -> limit.inForceUntil() == null)
          .findFirst()
          .orElseThrow(() -> inputs.missing(dateKey));
    }
    LocalDate day = inputs.date(dateKey);
    return rule.limitOn(day)
        .orElseThrow(
            () -> inputs.wrong("out-of-range", dateKey, "is before any rule that is known here"));
  }
}
