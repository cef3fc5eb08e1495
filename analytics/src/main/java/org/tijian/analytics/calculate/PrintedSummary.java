package org.tijian.analytics.calculate;

import static org.tijian.analytics.statistic.Arithmetic.over;

import java.math.BigDecimal;
import java.util.List;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.PairedComparison;

/**
 * A summary as printed: each number stands for those within one unit of its last place, cut or
 * rounded. A number without decimals may have lost its zeros and is taken at three places. A
 * confidence coefficient printed as zero is worked out from the deviation, which is printed to two
 * places.
 *
 * @param difference signed
 */
record PrintedSummary(Span difference, Span confidence, Span reference, Span monitor) {
  private static final int PLACES = 3;
  private static final BigDecimal DEVIATION_UNIT = new BigDecimal("0.01");
  private static final BigDecimal LARGEST = new BigDecimal("999.99");

  /** Bounds of one number. */
  record Span(BigDecimal from, BigDecimal to) {
    Span notNegative() {
      return new Span(from.max(BigDecimal.ZERO), to);
    }

    /** Bounds of the absolute value. */
    Span absolute() {
      BigDecimal low = from.signum() < 0 && to.signum() > 0 ? BigDecimal.ZERO : from.abs();
      return new Span(low.min(to.abs()), from.abs().max(to.abs()));
    }
  }

  static PrintedSummary of(PairedComparison c) {
    return new PrintedSummary(
        span(c.meanDifference()),
        confidence(c),
        span(c.meanReference()).notNegative(),
        span(c.meanMonitor()).notNegative());
  }

  private static Span span(BigDecimal printed) {
    int scale = printed.stripTrailingZeros().scale();
    BigDecimal unit = BigDecimal.ONE.movePointLeft(scale <= 0 ? PLACES : scale);
    return new Span(printed.subtract(unit), printed.add(unit));
  }

  private static Span confidence(PairedComparison c) {
    Span printed = span(c.confidence().abs()).notNegative();
    if (c.confidence().signum() != 0) {
      return printed;
    }
    BigDecimal most = c.t().multiply(c.standardDeviation().add(DEVIATION_UNIT));
    return new Span(BigDecimal.ZERO, over(most, Arithmetic.root(BigDecimal.valueOf(c.n()))));
  }

  /** Bounds of the relative accuracy in per cent. */
  List<BigDecimal> accuracy() {
    Span d = difference.absolute();
    BigDecimal low = d.from.add(confidence.from);
    BigDecimal high = d.to.add(confidence.to);
    return List.of(
        Arithmetic.percent(low, reference.to).min(LARGEST),
        reference.from.signum() == 0
            ? LARGEST
            : Arithmetic.percent(high, reference.from).min(LARGEST));
  }

  /** Bounds of the bias adjustment factor, uncapped. */
  List<BigDecimal> factor(Rule rule) {
    if (rule.parameter("bias") == 0 || difference.to.compareTo(confidence.from) <= 0) {
      return List.of(BigDecimal.ONE, BigDecimal.ONE);
    }
    boolean isSure = difference.from.compareTo(confidence.to) > 0;
    BigDecimal low = isSure ? over(difference.from, monitor.to) : BigDecimal.ZERO;
    BigDecimal high = monitor.from.signum() == 0 ? LARGEST : over(difference.to, monitor.from);
    return List.of(BigDecimal.ONE.add(low), BigDecimal.ONE.add(high));
  }
}
