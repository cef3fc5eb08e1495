package org.tijian.analytics.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a logger's frames had a defect.
 *
 * @param clause the clause they depart from, or null where none was read that says so
 * @param frames arrivals, repeats included
 * @param sampleFrameId the newest kept frame that has it, or null if none was kept
 */
public record DefectCount(
    String code,
    @Nullable String clause,
    long frames,
    Instant firstAt,
    Instant lastAt,
    @Nullable Long sampleFrameId) {}
