package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A gap with what the fetching of it needs to remember.
 *
 * @param settledFrom everything from here to the end was fetched, or given up
 * @param sliceFrom start of the part that was asked for last, or null
 * @param sliceUntil its end
 * @param sliceMissing how many of its periods were missing then
 * @param tries answers to it without all of it
 */
record Fetching(
    Gap gap,
    Duration step,
    Instant settledFrom,
    @Nullable Instant sliceFrom,
    @Nullable Instant sliceUntil,
    int sliceMissing,
    int tries) {}
