package org.tijian.analytics.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.tijian.analytics.standard.Rule;

/**
 * The reference means a rule speaks of. A bound that the rule does not give does not bind; each
 * bound says by its name whether it belongs to the tier.
 */
record Tier(Map<String, Double> bounds) {
  private static final String AT_LEAST = "reference-at-least";
  private static final String ABOVE = "reference-above";
  private static final String AT_MOST = "reference-at-most";
  private static final String BELOW = "reference-below";

  static final Set<String> PARAMETERS = Set.of(AT_LEAST, ABOVE, AT_MOST, BELOW);

  static Tier of(Rule rule) {
    return new Tier(rule.parameters());
  }

  boolean isUnbounded() {
    return bounds.keySet().stream().noneMatch(PARAMETERS::contains);
  }

  /**
   * Means of zero or less are in no tier: nothing is relative to them, and no gas has them.
   *
   * @param mean unrounded mean of the reference values
   */
  boolean holds(BigDecimal mean) {
    return mean.signum() > 0
        && compare(mean, AT_LEAST, 1) >= 0
        && compare(mean, ABOVE, 1) > 0
        && compare(mean, AT_MOST, -1) <= 0
        && compare(mean, BELOW, -1) < 0;
  }

  private int compare(BigDecimal mean, String bound, int withoutBound) {
    Double value = bounds.get(bound);
    return value == null ? withoutBound : mean.compareTo(BigDecimal.valueOf(value));
  }
}
