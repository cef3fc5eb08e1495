package org.tijian.analytics.statistic;

/** A count as a share of what was due. */
public final class Rate {
  private static final double PERCENT = 100;

  private Rate() {}

  /**
   * @param due above zero
   * @return in per cent
   */
  public static double percent(long present, long due) {
    if (due <= 0 || present < 0) {
      throw new IllegalArgumentException("%d of %d is no rate".formatted(present, due));
    }
    return present * PERCENT / due;
  }

  /**
   * Capture rate (数据捕集率): the valid among the hours in which the source ran.
   *
   * <pre>(H - H_stop - H_invalid) / (H - H_stop) * 100</pre>
   *
   * @return in per cent
   */
  public static double capturePercent(long hours, long stopped, long invalid) {
    return percent(hours - stopped - invalid, hours - stopped);
  }
}
