package org.tijian.analytics.reading;

import java.time.Duration;

/**
 * Spread of a time difference.
 *
 * @param frames how many frames it was taken from; at least one
 */
public record Timing(Duration mean, Duration least, Duration most, long frames) {}
