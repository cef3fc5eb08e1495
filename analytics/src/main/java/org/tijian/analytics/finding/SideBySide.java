package org.tijian.analytics.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value at one moment as analyser, data logger and platform have it (三方一致性); null where nobody
 * read it.
 */
public record SideBySide(
    String factor,
    Instant at,
    @Nullable Double analyser,
    @Nullable Double logger,
    @Nullable Double platform) {}
