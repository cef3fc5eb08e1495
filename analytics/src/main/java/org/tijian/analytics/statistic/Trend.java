package org.tijian.analytics.statistic;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The straight line of least squares through points in time, for looking ahead.
 *
 * <pre>
 * y = a + b x                    S_L = sqrt( sum((y_hat - y)^2) / (n - 2) )
 * prediction interval at x:      y_hat +- t(0.975; n - 2) S_L sqrt(1 + 1/n + (x - x_m)^2 / S_xx)
 * </pre>
 *
 * @param n points, three or more
 * @param significance probability of a slope this steep or steeper where there is none (two-sided t
 *     test); 1 for a level line
 */
public record Trend(
    int n,
    double slope,
    double intercept,
    double residual,
    double meanX,
    double spreadX,
    double significance) {
  private static final double TWO_SIDED_95 = 0.975;
  private static final int FEWEST = 3;
  private static final int HALVINGS = 200;

  /**
   * @return empty for fewer than three points, or where all x are equal
   */
  public static Optional<Trend> of(double[] x, double[] y) {
    SimpleRegression line = new SimpleRegression();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      line.addData(x[i], y[i]);
      sum += x[i];
    }
    if (line.getN() < FEWEST || !(line.getXSumSquares() > 0)) {
      return Optional.empty();
    }
    double slope = line.getSlope();
    // Of points that are all on the line the sum of squares may come out a hair below zero.
    double residual = Math.sqrt(Math.max(0, line.getMeanSquareError()));
    return Optional.of(
        new Trend(
            x.length,
            slope,
            line.getIntercept(),
            residual,
            sum / x.length,
            line.getXSumSquares(),
            significance(slope, residual, line.getXSumSquares(), x.length)));
  }

  private static double significance(double slope, double residual, double spreadX, int n) {
    if (slope == 0) {
      return 1;
    }
    if (residual == 0) {
      return 0;
    }
    double t = Math.abs(slope) / (residual / Math.sqrt(spreadX));
    return 2 * (1 - new TDistribution(null, n - 2).cumulativeProbability(t));
  }

  /** The value of the line at x. */
  public double at(double x) {
    return intercept + slope * x;
  }

  /** Half width of the 95 % prediction interval of one value at x. */
  public double halfWidth(double x) {
    double t = new TDistribution(null, n - 2).inverseCumulativeProbability(TWO_SIDED_95);
    double off = x - meanX;
    return t * residual * Math.sqrt(1 + 1.0 / n + off * off / spreadX);
  }

  /**
   * When the line, moved by so many half widths towards the limit that it runs to, first leaves
   * +-limit.
   *
   * @param widths 0 for the line itself, 1 for the edge that gets there first, -1 for the other
   * @return between from and horizon; empty if it does not get there by then
   */
  public OptionalDouble crossing(double limit, double widths, double from, double horizon) {
    if (reach(from, widths) >= limit) {
      return OptionalDouble.of(from);
    }
    if (reach(horizon, widths) < limit) {
      return OptionalDouble.empty();
    }
    double inside = from;
    double outside = horizon;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      if (reach(middle, widths) >= limit) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return OptionalDouble.of(outside);
  }

  /** How far out in the direction of the slope. */
  private double reach(double x, double widths) {
    return Math.signum(slope) * at(x) + widths * halfWidth(x);
  }
}
