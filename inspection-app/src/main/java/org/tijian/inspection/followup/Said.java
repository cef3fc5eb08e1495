package org.tijian.inspection.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import tools.jackson.databind.JsonNode;

/**
 * What lies in the vault of a dissent, a date and a step: the whole of what was said. The moment is
 * that of the statement, so that the same words sent again are the same.
 */
final class Said {
  private Said() {}

  record Dissent(UUID adviceId, String text, LocalName by) {
    FollowUp.Dissent at(Instant at) {
      return new FollowUp.Dissent(adviceId, text, by, at);
    }
  }

  record Date(UUID adviceId, LocalDate date, String interim, LocalName by) {
    FollowUp.AgreedDate at(Instant at) {
      return new FollowUp.AgreedDate(adviceId, date, interim, by, at);
    }
  }

  /**
   * @param text a name, words of proof or a reason; empty if there is none
   * @param link of {@link Action#LINK}; null takes a link away
   * @param file of {@link Action#PROOF}, if one was given
   * @param working of {@link Action#DONE_BY_DATA}, as it stood: span, verdicts, rule and edition
   */
  record Step(
      UUID adviceId,
      Action action,
      String text,
      FollowUp.@Nullable Link link,
      FollowUp.@Nullable ProofFile file,
      @Nullable JsonNode working,
      LocalName by) {

    static Step of(UUID adviceId, Action action, String text, LocalName by) {
      return new Step(adviceId, action, text, null, null, null, by);
    }

    FollowUp.Step at(Instant at) {
      return new FollowUp.Step(adviceId, action, text, link, file, working, by, at);
    }
  }
}
