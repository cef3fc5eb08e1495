package org.tijian.analytics.finding;

import java.time.Instant;

/**
 * One check of an analyser with zero or span gas, as a log tells it.
 *
 * @param before reading of the gas before adjustment, in the instrument's unit
 * @param after reading after adjustment; equal to {@code before} if nothing was adjusted
 */
public record GasCheck(Instant at, DriftPoint.Level level, double before, double after) {}
