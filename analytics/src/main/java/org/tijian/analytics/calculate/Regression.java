package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.List;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;

/**
 * A straight line asked for in a question: refuses what has none, writes down how it came about.
 */
final class Regression {
  private Regression() {}

  static LinearFit fit(Inputs inputs, List<BigDecimal> x, List<BigDecimal> y) {
    if (x.size() != y.size()) {
      throw inputs.wrong("too-few", "y", "must be as many as x");
    }
    if (Arithmetic.scatter(x, x).signum() == 0) {
      throw inputs.wrong("out-of-range", "x", "must not all be equal");
    }
    return LinearFit.of(x, y);
  }

  static void steps(Sheet sheet, LinearFit fit) {
    sheet.step("x", "x 均值", "mean x", "Σx_i / " + fit.n(), fit.meanX(), "1");
    sheet.step("y", "y 均值", "mean y", "Σy_i / " + fit.n(), fit.meanY(), "1");
    sheet.step("S_xx", "x 离差平方和", "spread of x", "Σ(x_i - x)²", fit.spreadX(), "1");
    sheet.step("b_1", "斜率", "slope", "Σ(x_i - x)(y_i - y) / S_xx", fit.slope(), "1");
    sheet.step("b_0", "截距", "intercept", "y - b_1 × x", fit.intercept(), "1");
    sheet.step(
        "S_L",
        "剩余标准偏差",
        "standard deviation about the line",
        "√(Σ(b_0 + b_1 x_i - y_i)² / %d)".formatted(fit.n() - 2),
        fit.residual(),
        "1");
  }
}
