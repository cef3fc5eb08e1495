package org.tijian.inspection.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who would visit whom when, and why.
 *
 * @param joined other check-ups of the enterprise that would be made in the same visit
 * @param expertIds the lead first
 * @param reasons points by rule: negative ones cost, and of a hard rule count breaches
 */
record Proposal(
    UUID checkupId,
    List<UUID> joined,
    List<UUID> expertIds,
    Instant startsAt,
    Instant endsAt,
    Map<Rule, Integer> reasons) {
  Proposal {
    joined = List.copyOf(joined);
    expertIds = List.copyOf(expertIds);
    reasons = Map.copyOf(reasons);
  }

  /** Whether no hard rule is broken. */
  boolean isPossible() {
    return reasons.keySet().stream().noneMatch(Rule::isHard);
  }

  int points() {
    return reasons.entrySet().stream()
        .filter(reason -> !reason.getKey().isHard())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
