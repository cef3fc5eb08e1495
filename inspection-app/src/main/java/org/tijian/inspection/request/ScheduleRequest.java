package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office sends to arrange a visit.
 *
 * @param expertIds the team, its lead first
 * @param reason why an appointment that was made is changed; not asked for the first one
 */
public record ScheduleRequest(
    @Nullable List<@Nullable UUID> expertIds,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable String reason) {}
