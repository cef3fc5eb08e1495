package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.Agenda;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.SelfCheck;
import org.tijian.analytics.finding.Stretch;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Advice;
import org.tijian.analytics.standard.Confirmation;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;

/**
 * A self-check (自查) on the wire: every verdict with the rule and the working behind it.
 *
 * @param items what is not met by cause, the weightiest first: codes of {@code findings}
 */
public record SelfCheckView(
    long outletId,
    Instant judgedAt,
    Instant from,
    Instant until,
    List<FindingView> findings,
    List<ItemView> items) {

  /** Puts a self-check into words. */
  public static SelfCheckView of(SelfCheck check, Factors factors) {
    LocalDate day = BeijingTime.dateOf(check.judgedAt());
    return new SelfCheckView(
        check.outletId(),
        check.judgedAt(),
        check.from(),
        check.until(),
        check.findings().stream().map(each -> FindingView.of(each, factors, day)).toList(),
        Agenda.of(check.findings()).items().stream().map(ItemView::of).toList());
  }

  /**
   * One cause.
   *
   * @param code of the weightiest finding
   * @param also codes of further findings of the same cause
   * @param held codes of findings that mean little until the cause is gone
   * @param checkFirst whether independent screens point at it at the same time
   */
  public record ItemView(String code, List<String> also, List<String> held, boolean checkFirst) {
    static ItemView of(Agenda.Item item) {
      return new ItemView(
          item.head().code(), codes(item.also()), codes(item.held()), item.checkFirst());
    }

    private static List<String> codes(List<Finding> findings) {
      return findings.stream().map(Finding::code).toList();
    }
  }

  /**
   * @param of {@code hours}, {@code minutes}, {@code days} or {@code events}
   */
  public record StretchView(Instant from, Instant until, int count, String of) {
    static StretchView of(Stretch stretch) {
      return new StretchView(
          stretch.from(),
          stretch.until(),
          stretch.count(),
          stretch.of().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param weight {@code finding}, or {@code hint} where the rule's text is not confirmed
   * @param kind {@code requirement}, {@code suspected} or {@code information}
   * @param causes what may be behind it, innocent causes first
   * @param severity {@code high}, {@code middle}, {@code low} or {@code information}; never more
   *     than the clause asks
   * @param stretches when; empty where the whole span is meant
   * @param cost rough size of what the advice costs, as {@code effort} of what it takes; null
   *     without advice
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
      String severity,
      List<StretchView> stretches,
      LocalName title,
      LocalName says,
      @Nullable LocalName advice,
      @Nullable LocalName cost,
      @Nullable LocalName effort,
      RuleView rule,
      @Nullable BasisView basis) {

    static FindingView of(Finding finding, Factors factors, LocalDate day) {
      String factor = finding.factor();
      Advice advice = finding.advice() == null ? null : finding.rule().words().advice();
      return new FindingView(
          finding.code(),
          factor,
          factor == null ? null : factors.of(factor).name(),
          finding.outcome().word(),
          finding.isHint() ? "hint" : "finding",
          finding.details().kind().word(),
          finding.details().causes(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.details().stretches().stream().map(StretchView::of).toList(),
          finding.rule().title(),
          finding.says(),
          finding.advice(),
          advice == null ? null : advice.cost().meaning(),
          advice == null ? null : advice.effort().meaning(),
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
