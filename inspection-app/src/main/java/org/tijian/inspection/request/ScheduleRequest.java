package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office sends to arrange a visit.
 *
 * @param expertIds the team, its lead first
 * @param joinedIds other accepted check-ups of the same enterprise that are made in the same visit;
 *     an appointment that is changed keeps those it has
 * @param reason why an appointment that was made is changed; not asked for the first one
 */
public record ScheduleRequest(
    @Nullable List<@Nullable UUID> expertIds,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable List<@Nullable UUID> joinedIds,
    @Nullable String reason) {}
