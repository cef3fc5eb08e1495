package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.SelfCheck;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/** A self-check (自查) on the wire: every verdict with the rule and the working behind it. */
public record SelfCheckView(
    long outletId, Instant judgedAt, Instant from, Instant until, List<FindingView> findings) {

  /** Puts a self-check into words. */
  public static SelfCheckView of(SelfCheck check, Factors factors) {
    LocalDate day = BeijingTime.dateOf(check.judgedAt());
    return new SelfCheckView(
        check.outletId(),
        check.judgedAt(),
        check.from(),
        check.until(),
        check.findings().stream().map(each -> FindingView.of(each, factors, day)).toList());
  }

  /**
   * @param weight {@code finding}, or {@code hint} where the rule's text is not confirmed
   * @param kind {@code requirement}, {@code suspected} or {@code information}
   * @param causes what may be behind it, innocent causes first
   * @param basis null where there is no verdict
   */
  public record FindingView(
      String code,
      @Nullable String factor,
      @Nullable LocalName factorName,
      String outcome,
      String weight,
      String kind,
      List<LocalName> causes,
      LocalName title,
      LocalName says,
      @Nullable LocalName advice,
      RuleView rule,
      @Nullable BasisView basis) {

    static FindingView of(Finding finding, Factors factors, LocalDate day) {
      String factor = finding.factor();
      return new FindingView(
          finding.code(),
          factor,
          factor == null ? null : factors.of(factor).name(),
          finding.outcome().word(),
          finding.isHint() ? "hint" : "finding",
          finding.details().kind().word(),
          finding.details().causes(),
          finding.rule().title(),
          finding.says(),
          finding.advice(),
          RuleView.of(finding.rule(), day),
          BasisView.of(finding.outcome()));
    }
  }

  /**
   * @param clause null where the clause number was not read
   * @param provenance how sure we are: {@code text}, {@code sources}, {@code source}, {@code
   *     unverified}
   * @param confirmed who looked it up in the bought standard, or null
   */
  public record RuleView(
      String id,
      String standard,
      String edition,
      @Nullable String clause,
      String force,
      String provenance,
      List<String> sources,
      @Nullable LocalDate limitInForceFrom,
      @Nullable Confirmation confirmed) {

    static RuleView of(Rule rule, LocalDate day) {
      return new RuleView(
          rule.id(),
          rule.standard(),
          rule.edition(),
          rule.clause(),
          rule.force().name(),
          rule.provenance().name().toLowerCase(Locale.ROOT),
          rule.sources(),
          rule.limitOn(day).map(Limit::inForceFrom).orElse(null),
          rule.confirmation());
    }
  }
}
