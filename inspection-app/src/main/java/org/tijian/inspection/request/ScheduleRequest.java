package org.tijian.inspection.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the office sends to arrange a visit. */
record ScheduleRequest(
    @Nullable UUID expertId, @Nullable Instant startsAt, @Nullable Instant endsAt) {}
