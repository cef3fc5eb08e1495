package org.tijian.inspection.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.Analytics;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.standard.Applicability.Applicable;
import org.tijian.analytics.standard.Condition.Truth;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.OutletDescription;
import org.tijian.analytics.standard.Rule;

/**
 * Which standards find an outlet by its description, and why (适用标准); and which might, if more was
 * said of it.
 *
 * @param day the rules of this day
 * @param open what is not described, and the standards that ask for it
 */
record ApplicableStandards(LocalDate day, List<Standard> standards, List<Open> open) {

  /** A standard with those of its rules that speak of the outlet. */
  record Standard(String standard, String edition, List<RuleView> rules) {}

  /**
   * @param factor null for the outlet as a whole
   * @param limit null for what is answered with yes or no
   * @param counts false: it only hints, because nobody has confirmed its text
   * @param manual whether somebody goes and looks at it
   */
  record RuleView(
      String id,
      LocalName title,
      @Nullable LocalName factor,
      @Nullable LimitView limit,
      LocalName because,
      String provenance,
      boolean counts,
      boolean manual,
      @Nullable String clause) {}

  record LimitView(double value, String unit) {}

  /** Something that is not described. */
  record Open(LocalName missing, List<String> standards) {}

  static ApplicableStandards of(Outlet outlet, Analytics analytics, LocalDate day) {
    List<Applicable> all = analytics.applicability(OutletDescription.of(outlet), day);
    return new ApplicableStandards(day, standards(all, analytics.factors(), day), open(all));
  }

  private static List<Standard> standards(List<Applicable> all, Factors factors, LocalDate day) {
    Map<String, List<RuleView>> rules = new LinkedHashMap<>();
    Map<String, String> editions = new LinkedHashMap<>();
    for (Applicable each : all) {
      if (each.answer().truth() == Truth.YES) {
        editions.put(each.rule().standard(), each.rule().edition());
        rules
            .computeIfAbsent(each.rule().standard(), standard -> new ArrayList<>())
            .add(view(each, factors, day));
      }
    }
    return rules.entrySet().stream()
        .map(e -> new Standard(e.getKey(), editions.getOrDefault(e.getKey(), ""), e.getValue()))
        .toList();
  }

  private static RuleView view(Applicable each, Factors factors, LocalDate day) {
    Rule rule = each.rule();
    return new RuleView(
        rule.id(),
        rule.title(),
        each.factor() == null ? null : factors.of(each.factor()).name(),
        rule.limitOn(day).map(Limit::quantity).map(ApplicableStandards::limit).orElse(null),
        each.answer().because(),
        rule.provenance().name().toLowerCase(java.util.Locale.ROOT),
        rule.counts(),
        rule.isManual(),
        rule.clause());
  }

  private static @Nullable LimitView limit(Quantity limit) {
    return limit.unit().equals(Rule.YES_OR_NO) ? null : new LimitView(limit.value(), limit.unit());
  }

  private static List<Open> open(List<Applicable> all) {
    Map<LocalName, List<String>> open = new LinkedHashMap<>();
    for (Applicable each : all) {
      if (each.answer().truth() == Truth.UNKNOWN) {
        List<String> standards =
            open.computeIfAbsent(each.answer().because(), missing -> new ArrayList<>());
        if (!standards.contains(each.rule().standard())) {
          standards.add(each.rule().standard());
        }
      }
    }
    return open.entrySet().stream().map(e -> new Open(e.getKey(), e.getValue())).toList();
  }
}
