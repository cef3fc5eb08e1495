package org.tijian.analytics.statistic;

/**
 * How values crowd below a limit: those in the last tenth below it against those in the first tenth
 * above it. A plain form of the density test at a cut-off (McCrary 2008), without its smoothing.
 *
 * <pre>
 * ratio = below / max(above, 1)       z = (below - above) / sqrt(below + above)
 * </pre>
 *
 * z is about normal if a value is as likely on either side.
 *
 * @param n values looked at
 * @param below in [0.90 L, L]
 * @param above in (L, 1.10 L]
 * @param close in [0.95 L, L]
 */
public record LimitDensity(int n, int below, int above, int close) {
  private static final double TENTH = 0.10;
  private static final double HAIR = 1e-9;

  /**
   * @param values NaN is left out
   * @param limit above zero
   */
  public static LimitDensity of(double[] values, double limit) {
    double[] known = Robust.known(values);
    int below = 0;
    int above = 0;
    int close = 0;
    for (double value : known) {
      double share = (value - limit) / limit;
      below += share >= -TENTH - HAIR && share <= 0 ? 1 : 0;
      close += share >= -TENTH / 2 - HAIR && share <= 0 ? 1 : 0;
      above += share > 0 && share <= TENTH + HAIR ? 1 : 0;
    }
    return new LimitDensity(known.length, below, above, close);
  }

  public double ratio() {
    return below / (double) Math.max(above, 1);
  }

  /** 0 if no value is near the limit. */
  public double z() {
    return below + above == 0 ? 0 : (below - above) / Math.sqrt(below + above);
  }
}
