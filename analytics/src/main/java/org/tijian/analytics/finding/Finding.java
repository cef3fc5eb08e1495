package org.tijian.analytics.finding;

import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.Rule;

/**
 * One rule held against one outlet (检查发现).
 *
 * @param code rule id, and the factor where there is one: the same finding has the same code
 *     tomorrow
 * @param rule the rule, with edition, clause and how sure we are of it
 * @param factor the factor judged, or null for the outlet as a whole
 * @param outcome the verdict with its basis
 * @param says the verdict in a sentence
 * @param advice what to do (建议); null if there is nothing to do
 * @param details when, why perhaps, and what it depends on
 */
public record Finding(
    String code,
    Rule rule,
    @Nullable String factor,
    Outcome outcome,
    LocalName says,
    @Nullable LocalName advice,
    Details details) {

  /**
   * A rule whose text nobody has seen only points (hint, 提示), until somebody confirms it; it never
   * counts as a finding by itself.
   */
  public boolean isHint() {
    return !rule.counts();
  }

  /** A check and the factor it judges: what other findings may depend on. */
  public String input() {
    return factor == null ? rule.check() : rule.check() + ":" + factor;
  }

  /** How much it asks for: nothing unless it is not met, and never more than its clause does. */
  public Severity severity() {
    if (isHint() || !(outcome instanceof Outcome.NotMet)) {
      return Severity.INFORMATION;
    }
    Severity most = Severity.most(rule.force());
    Severity asked = details.asked();
    return asked == null ? most : asked.atMost(most);
  }
}
