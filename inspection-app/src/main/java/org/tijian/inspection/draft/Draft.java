package org.tijian.inspection.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A request that is being written, as far as it can be told without a key.
 *
 * @param programmeId the programme that it follows, or null
 * @param step of the wizard, from 0
 * @param version raised by every save
 */
record Draft(
    UUID id,
    long siteId,
    @Nullable UUID programmeId,
    int step,
    int version,
    LocalName changedBy,
    Instant changedAt) {

  /**
   * Somebody who wrote in a draft.
   *
   * @param first when the person saved it for the first time
   */
  record Writer(UUID accountId, LocalName by, Instant first, Instant last) {}
}
