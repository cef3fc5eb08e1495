package org.tijian.analytics.finding;

import java.time.Instant;
import java.util.List;

/**
 * Everything that can be said of an outlet from its own data at one moment (自查).
 *
 * @param from start of the span judged
 * @param until its end, exclusive
 */
public record SelfCheck(
    long outletId, Instant judgedAt, Instant from, Instant until, List<Finding> findings) {
  public SelfCheck {
    findings = List.copyOf(findings);
  }
}
