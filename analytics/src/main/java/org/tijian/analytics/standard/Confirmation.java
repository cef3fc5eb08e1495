package org.tijian.analytics.standard;

import java.time.Instant;

/**
 * Somebody who owns the standard looked a rule up and found it there as the rule says (确认). Kept
 * beside the pack; the pack itself stays as it was delivered.
 *
 * @param ruleId the rule
 * @param edition edition that was open; a confirmation of another edition says nothing
 * @param by account that confirmed it
 * @param at from this moment the rule counts
 * @param clause clause as read
 * @param page page of the standard as printed
 */
public record Confirmation(
    String ruleId, String edition, String by, Instant at, String clause, String page) {
  public Confirmation {
    for (String text : new String[] {ruleId, edition, by, clause, page}) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(
            "a confirmation names rule, edition, account, clause and page: " + ruleId);
      }
    }
  }
}
