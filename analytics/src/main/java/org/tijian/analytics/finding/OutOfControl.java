package org.tijian.analytics.finding;

import java.time.Instant;

/**
 * A span in which an analyser counts as out of control (失控时段).
 *
 * @param from first moment that counts
 * @param until when a check passed again, or the end of the data
 * @param detectedAt the check that was beyond the out-of-control limit
 * @param driftPercent its drift, signed, in per cent of full scale
 * @param ended whether a check has passed since
 * @param hours valid clock hours that it touches: what it costs
 */
public record OutOfControl(
    DriftPoint.Level level,
    Instant from,
    Instant until,
    Instant detectedAt,
    double driftPercent,
    boolean ended,
    int hours) {

  /**
   * From when a span counts. Sources tell of both and the clause was not read, so it is a setting.
   */
  public enum Convention {
    /** From the check that found it. */
    FROM_DETECTION,
    /** Back to the last check that passed. */
    LAST_PASS
  }
}
