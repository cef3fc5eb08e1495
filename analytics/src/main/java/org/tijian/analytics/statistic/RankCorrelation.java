package org.tijian.analytics.statistic;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Rank correlation after Spearman (1904), ties given their mean rank. */
public final class RankCorrelation {
  private static final int LEAST = 3;

  private RankCorrelation() {}

  /**
   * Of the pairs of which both are known.
   *
   * @return -1 to 1; NaN for fewer than three pairs, or if one side does not move
   */
  public static double spearman(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException("%d x and %d y".formatted(x.length, y.length));
    }
    double[][] pairs = new double[2][x.length];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        pairs[0][n] = x[i];
        pairs[1][n] = y[i];
        n++;
      }
    }
    return n < LEAST
        ? Double.NaN
        : new SpearmansCorrelation(new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE))
            .correlation(
                java.util.Arrays.copyOf(pairs[0], n), java.util.Arrays.copyOf(pairs[1], n));
  }
}
