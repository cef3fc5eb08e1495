package org.tijian.analytics.statistic;

/** How many of the known values something holds for. */
public final class Shares {
  private static final double PERCENT = 100;

  private Shares() {}

  /**
   * @return per cent; NaN of nothing
   */
  public static double percent(long part, long whole) {
    return whole == 0 ? Double.NaN : part * PERCENT / whole;
  }

  /**
   * How far a value lies from another, as a share of that.
   *
   * @return per cent, zero or more; NaN if the other is zero
   */
  public static double offPercent(double value, double from) {
    return from == 0 ? Double.NaN : Math.abs(value - from) / Math.abs(from) * PERCENT;
  }
}
