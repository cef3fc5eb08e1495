package org.tijian.inspection.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.request.CheckupRequest;

/**
 * A request that is being written.
 *
 * @param programmeId the programme that it follows, or null
 * @param step of the wizard, from 0
 * @param version raised by every save
 * @param content as far as it was filled in; nothing of it is checked before it is sent
 */
record Draft(
    UUID id,
    long siteId,
    @Nullable UUID programmeId,
    int step,
    int version,
    CheckupRequest content,
    LocalName changedBy,
    Instant changedAt) {}
