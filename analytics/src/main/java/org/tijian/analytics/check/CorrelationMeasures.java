package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;
import static org.tijian.analytics.statistic.Arithmetic.decimal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.finding.AccuracyTest.Pair;
import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;
import org.tijian.analytics.statistic.PairedComparison;
import org.tijian.analytics.statistic.StudentT;
import org.tijian.analytics.statistic.ToleranceInterval;

/**
 * Linear correlation of a dust monitor with the reference (颗粒物相关校准), and the bias test, over the
 * pairs of the newest comparison. A comparison of {@value #CORRELATION_FROM} pairs or more is taken
 * for a correlation test; fewer are a comparison only.
 *
 * <pre>
 * CI = t(n - 2) * S_L / sqrt(n)     TI = k_T * S_L     r = sqrt(1 - S_L^2 / S_y^2)
 * </pre>
 */
final class CorrelationMeasures {
  static final int CORRELATION_FROM = 10;
  private static final int FEWEST = 9;

  private CorrelationMeasures() {}

  /** One figure of a correlation; null if it cannot be had from these pairs. */
  private interface Figure {
    @Nullable Measured of(Rule rule, AccuracyTest test, LinearFit fit, Instrument instrument);
  }

  static void addTo(Map<String, Measure> measures) {
    measures.put("correlation pairs", figure((rule, test, fit, i) -> pairs(rule, test)));
    measures.put("correlation r", figure((rule, test, fit, i) -> r(test, fit)));
    measures.put("correlation confidence", figure(CorrelationMeasures::confidence));
    measures.put("correlation tolerance", figure(CorrelationMeasures::tolerance));
    Measure.OfInstrument bias = CorrelationMeasures::bias;
    measures.put("bias", bias);
  }

  private static Measure figure(Figure figure) {
    Measure.OfInstrument measure =
        (rule, instrument, material) ->
            material
                .accuracyTest(instrument.factor())
                .filter(test -> test.pairs().size() >= CORRELATION_FROM)
                .filter(CorrelationMeasures::spreads)
                .map(
                    test ->
                        figure.of(
                            rule, test, LinearFit.of(signal(test), reference(test)), instrument));
    return measure;
  }

  private static boolean spreads(AccuracyTest test) {
    return test.pairs().stream().map(Pair::monitor).distinct().count() > 1
        && test.pairs().stream().map(Pair::reference).distinct().count() > 1;
  }

  static List<BigDecimal> signal(AccuracyTest test) {
    return test.pairs().stream().map(pair -> decimal(pair.monitor())).toList();
  }

  static List<BigDecimal> reference(AccuracyTest test) {
    return test.pairs().stream().map(pair -> decimal(pair.reference())).toList();
  }

  private static Measured pairs(Rule rule, AccuracyTest test) {
    return new Measured(
        "x = n",
        List.of(),
        List.of(),
        new Quantity(test.pairs().size(), rule.limits().get(0).quantity().unit()),
        test.pairs().size(),
        BeijingTime.startOf(test.testedOn()));
  }

  private static List<Step> inputs(AccuracyTest test, LinearFit fit) {
    return List.of(
        input("n", "数据对数", "pairs", fit.n(), "1"),
        input("b_1", "斜率", "slope", fit.slope().doubleValue(), "1"),
        input("b_0", "截距", "intercept", fit.intercept().doubleValue(), test.unit()),
        input(
            "S_L",
            "剩余标准偏差",
            "deviation about the line",
            fit.residual().doubleValue(),
            test.unit()));
  }

  private static Measured r(AccuracyTest test, LinearFit fit) {
    BigDecimal spread = Arithmetic.standardDeviation(reference(test));
    BigDecimal ratio = Arithmetic.over(fit.residual(), spread);
    double r = Arithmetic.root(BigDecimal.ONE.subtract(ratio.multiply(ratio))).doubleValue();
    String sum =
        "√(1 - %s² / %s²)"
            .formatted(shown(fit.residual().doubleValue()), shown(spread.doubleValue()));
    return told("r = √(1 - S_L² / S_y²)", test, fit, step("r", "相关系数", "correlation", sum, r, "1"));
  }

  private static @Nullable Measured confidence(
      Rule rule, AccuracyTest test, LinearFit fit, Instrument instrument) {
    BigDecimal t = StudentT.twoSided95(fit.n() - 2);
    double half = t.doubleValue() * fit.residual().doubleValue() / Math.sqrt(fit.n());
    String sum = "%s × %s / √%d".formatted(t, shown(fit.residual().doubleValue()), fit.n());
    return ofLimit("CI = t × S_L / √n, CI / EL × 100", sum, half, test, fit, instrument);
  }

  private static @Nullable Measured tolerance(
      Rule rule, AccuracyTest test, LinearFit fit, Instrument instrument) {
    double factor = ToleranceInterval.factor(fit.n());
    double half = factor * fit.residual().doubleValue();
    String sum = "%s × %s".formatted(shown(factor), shown(fit.residual().doubleValue()));
    return ofLimit("TI = u × v × S_L, TI / EL × 100", sum, half, test, fit, instrument);
  }

  /** Without an emission limit nothing can be a share of it. */
  private static @Nullable Measured ofLimit(
      String formula, String sum, double half, AccuracyTest test, LinearFit fit, Instrument by) {
    Double limit = by.permitLimit();
    if (limit == null) {
      return null;
    }
    return told(
        formula,
        test,
        fit,
        step(
            "x",
            "区间半宽占排放限值",
            "half width of the emission limit",
            "%s / %s × 100".formatted(sum, shown(limit)),
            half / limit * 100,
            "%"));
  }

  private static Measured told(String formula, AccuracyTest test, LinearFit fit, Step step) {
    return new Measured(
        formula,
        inputs(test, fit),
        List.of(step),
        step.quantity(),
        fit.n(),
        BeijingTime.startOf(test.testedOn()));
  }

  /** Mean difference less confidence coefficient: a monitor that reads low by more than chance. */
  private static Optional<Measured> bias(Rule rule, Instrument instrument, Material material) {
    String unit = rule.limits().get(0).quantity().unit();
    return material
        .accuracyTest(instrument.factor())
        .filter(test -> test.pairs().size() >= FEWEST)
        .map(
            test -> {
              PairedComparison found = PairedComparison.of(reference(test), signal(test));
              double d = found.meanDifference().doubleValue();
              double cc = found.confidence().abs().doubleValue();
              return new Measured(
                  "x = d - |cc|",
                  List.of(
                      input(
                          "d",
                          "平均差（参比 - 仪器）",
                          "mean difference, reference less monitor",
                          d,
                          test.unit()),
                      input("cc", "置信系数", "confidence coefficient", cc, test.unit())),
                  List.of(
                      step(
                          "x",
                          "偏差",
                          "bias",
                          "%s - %s".formatted(shown(d), shown(cc)),
                          d - cc,
                          unit)),
                  new Quantity(d - cc, unit),
                  found.n(),
                  BeijingTime.startOf(test.testedOn()));
            });
  }
}
