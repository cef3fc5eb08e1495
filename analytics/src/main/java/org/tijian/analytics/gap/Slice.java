package org.tijian.analytics.gap;

import java.time.Instant;
import org.tijian.analytics.reading.PeriodKind;

/**
 * The part of a gap that is asked for in one command: small, so that live data come first.
 *
 * @param from start of the first period asked for
 * @param until start of the first period after it
 * @param periods of these, how many are missing
 */
public record Slice(
    long gapId, String mn, PeriodKind kind, Instant from, Instant until, int periods) {}
