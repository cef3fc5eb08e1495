package org.tijian.analytics.finding;

import java.time.Instant;

/**
 * One check of an analyser with zero or span gas, read from minutes marked as calibration.
 *
 * @param at time of the reading before adjustment
 * @param gas concentration of the gas, in the instrument's unit
 * @param before reading of the gas before adjustment
 * @param after reading after adjustment; equal to {@code before} if nothing was adjusted
 * @param previousAfter reading of the same gas after the previous check's adjustment, the reference
 *     of the drift; the gas concentration itself for the first check
 * @param driftPercent (before - previousAfter) / full scale * 100, signed
 */
public record DriftPoint(
    Instant at,
    Level level,
    double gas,
    double before,
    double after,
    double previousAfter,
    double driftPercent) {

  /** Which gas was given. */
  public enum Level {
    ZERO,
    SPAN
  }
}
