package org.tijian.analytics.statistic;

import static org.tijian.analytics.statistic.Arithmetic.over;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The straight line of least squares.
 *
 * <pre>
 * slope = S_xy / S_xx     intercept = mean y - slope * mean x
 * S_L   = sqrt( sum((y_hat_i - y_i)^2) / (n - 2) )
 * </pre>
 *
 * @param n number of points, three or more
 * @param spreadX sum((x - mean x)^2), above zero
 * @param residual S_L, the standard deviation about the line
 * @param determination R^2 = 1 - sum((y_hat - y)^2) / sum((y - mean y)^2); null where all y are
 *     equal
 */
public record LinearFit(
    int n,
    BigDecimal meanX,
    BigDecimal meanY,
    BigDecimal spreadX,
    BigDecimal slope,
    BigDecimal intercept,
    BigDecimal residual,
    @Nullable BigDecimal determination) {

  /**
   * @throws IllegalArgumentException if the values do not pair, there are fewer than three, or all
   *     x are equal
   */
  public static LinearFit of(List<BigDecimal> x, List<BigDecimal> y) {
    if (x.size() != y.size() || x.size() < 3) {
      throw new IllegalArgumentException("%d x and %d y".formatted(x.size(), y.size()));
    }
    BigDecimal spreadX = Arithmetic.scatter(x, x);
    if (spreadX.signum() == 0) {
      throw new IllegalArgumentException("all x are equal");
    }
    BigDecimal slope = over(Arithmetic.scatter(x, y), spreadX);
    BigDecimal intercept = Arithmetic.mean(y).subtract(slope.multiply(Arithmetic.mean(x)));
    return about(x, y, slope, intercept.round(Arithmetic.PRECISION));
  }

  /** The same figures about a line that was found in another way, for example through zero. */
  public static LinearFit about(
      List<BigDecimal> x, List<BigDecimal> y, BigDecimal slope, BigDecimal intercept) {
    int n = x.size();
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      BigDecimal off = slope.multiply(x.get(i)).add(intercept).subtract(y.get(i));
      squares = squares.add(off.multiply(off));
    }
    BigDecimal spreadY = Arithmetic.scatter(y, y);
    @Nullable BigDecimal determination =
        spreadY.signum() == 0 ? null : BigDecimal.ONE.subtract(over(squares, spreadY));
    return new LinearFit(
        n,
        Arithmetic.mean(x),
        Arithmetic.mean(y),
        Arithmetic.scatter(x, x),
        slope,
        intercept,
        Arithmetic.root(over(squares, n - 2L)),
        determination);
  }

  /** The value of the line at x. */
  public BigDecimal at(BigDecimal x) {
    return slope.multiply(x).add(intercept);
  }

  public List<BigDecimal> at(List<BigDecimal> x) {
    List<BigDecimal> line = new ArrayList<>();
    x.forEach(value -> line.add(at(value)));
    return line;
  }
}
