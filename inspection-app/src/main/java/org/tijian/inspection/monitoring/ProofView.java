package org.tijian.inspection.monitoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.ProofSpan;

/**
 * Whether readings prove that an improvement item is done, with everything that is needed to see
 * why: the span that is asked for, and every verdict in it.
 *
 * @param code of the finding
 * @param outcome whether it is proven now
 * @param asked what has to be in order; the product's own rule, not a clause
 * @param steps oldest first; fewer than asked if not so many days or checks have passed
 */
public record ProofView(
    String code, long outletId, String outcome, AskedView asked, List<StepView> steps) {
  static final String PROVEN = "proven";
  static final String NOT_YET = "not-yet";

  public boolean proven() {
    return outcome.equals(PROVEN);
  }

  /**
   * @param unit {@code days}, {@code together}, {@code calibrations} or {@code tests}
   * @param found how many of them there are
   */
  public record AskedView(String unit, int count, int found, LocalName reason) {
    static AskedView of(ProofSpan span, int found) {
      return new AskedView(span.unit().word(), span.count(), found, span.reason());
    }
  }

  /**
   * One verdict.
   *
   * @param outcome as of a finding, or {@code no-verdict} where the rule said nothing, or {@code
   *     not-whole} where readings of the span's beginning are missing
   * @param rule null without a verdict; with it edition, clause and how sure we are
   */
  public record StepView(
      Instant from,
      Instant until,
      String outcome,
      @Nullable LocalName says,
      SelfCheckView.@Nullable RuleView rule,
      @Nullable BasisView basis) {

    static StepView silent(DataSpan span, String outcome) {
      return new StepView(span.from(), span.until(), outcome, null, null, null);
    }

    static StepView of(DataSpan span, SelfCheckView.FindingView finding) {
      return new StepView(
          span.from(),
          span.until(),
          finding.outcome(),
          finding.says(),
          finding.rule(),
          finding.basis());
    }

    boolean isMet() {
      return outcome.equals("met");
    }
  }
}
