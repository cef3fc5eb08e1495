package org.tijian.inspection.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tijian.analytics.site.LocalName;

/**
 * What lies in the vault of a dissent and of a date: the whole of what was said. The moment is that
 * of the statement, so that the same words sent again are the same.
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
}
