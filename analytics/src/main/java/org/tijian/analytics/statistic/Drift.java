package org.tijian.analytics.statistic;

/**
 * Zero and span drift (零点漂移, 量程漂移) of a periodic check: how far the reading of a gas has moved
 * since the adjustment of the previous check.
 *
 * <pre>drift = (before - previous after) / full scale * 100</pre>
 *
 * The form follows what operators' calibration records hold (two secondary sources); the clause was
 * not read.
 */
public final class Drift {
  private static final double PERCENT = 100;

  private Drift() {}

  /**
   * @param fullScale above zero, in the unit of the readings
   * @return signed, in per cent of full scale (%FS)
   */
  public static double percentOfFullScale(double before, double previousAfter, double fullScale) {
    if (!(fullScale > 0)) {
      throw new IllegalArgumentException("full scale must be above zero: " + fullScale);
    }
    return (before - previousAfter) / fullScale * PERCENT;
  }
}
