package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.finding.DatedRecord.Kind;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.ControlChart;

/**
 * Control charts of QAL3 on the zero and span checks: reading before adjustment less the gas, held
 * against s_AMS of the instrument's QAL1. What is told is how far the chart went, as a multiple of
 * its action limit, so that 1 is the limit; Shewhart in multiples of s_AMS.
 *
 * <pre>
 * Shewhart  |d_t| / s
 * EWMA      |z_t| / (3 s sqrt(lambda / (2 - lambda))), z_t = lambda d_t + (1 - lambda) z_(t-1)
 * CUSUM     S_t / (2.85 s), S_t = max(0, S_(t-1) +- d_t - 0.501 s)
 * precision s_t / (6.90 s^2), s_t = max(0, s_(t-1) + (d_t - d_(t-1))^2 / 2 - 1.85 s^2)
 * </pre>
 *
 * The constants are those that {@code ./tijian calculate} cites; lambda is a setting of ours.
 */
final class ControlChartMeasures {
  private static final BigDecimal LAMBDA = new BigDecimal("0.2");
  private static final BigDecimal EWMA_SIGMAS = BigDecimal.valueOf(3);
  private static final double DRIFT_ACTION = 2.85;
  private static final double DRIFT_SLACK = 0.501;
  private static final double PRECISION_ACTION = 6.90;
  private static final double PRECISION_SLACK = 1.85;

  private ControlChartMeasures() {}

  /** How far each point of a chart is along its way to the limit. */
  private interface Chart {
    List<Double> of(List<BigDecimal> d, double s);
  }

  static void addTo(Map<String, Measure> measures) {
    measures.put("chart shewhart", chart("x = max |d_t| / s", ControlChartMeasures::shewhart));
    measures.put(
        "chart ewma",
        chart("x = max |z_t| / (3 s √(λ / (2 - λ))), λ = 0.2", ControlChartMeasures::ewma));
    measures.put("chart cusum-drift", chart("x = max S_t / (2.85 s)", ControlChartMeasures::drift));
    measures.put(
        "chart cusum-precision", chart("x = max s_t / (6.90 s²)", ControlChartMeasures::precision));
  }

  private static Measure chart(String formula, Chart chart) {
    Measure.OfInstrument measure =
        (rule, instrument, material) -> judge(rule, instrument, material, formula, chart);
    return measure;
  }

  private static Optional<Measured> judge(
      Rule rule, Instrument instrument, Material material, String formula, Chart chart) {
    double s =
        RecordMeasures.newest(Kind.S_AMS, instrument, material)
            .map(line -> line.value())
            .filter(value -> value > 0)
            .orElse(Double.NaN);
    if (Double.isNaN(s)) {
      return Optional.empty();
    }
    Measured worst = null;
    for (Level level : Level.values()) {
      List<DriftPoint> points =
          material.driftPoints(instrument).stream().filter(p -> p.level() == level).toList();
      if (!points.isEmpty()) {
        Measured of = of(rule, instrument, points, s, formula, chart);
        worst = worst == null || of.found().value() > worst.found().value() ? of : worst;
      }
    }
    return Optional.ofNullable(worst);
  }

  private static Measured of(
      Rule rule,
      Instrument instrument,
      List<DriftPoint> points,
      double s,
      String formula,
      Chart chart) {
    List<BigDecimal> d =
        points.stream()
            .map(p -> Arithmetic.decimal(p.before()).subtract(Arithmetic.decimal(p.gas())))
            .toList();
    List<Double> along = chart.of(d, s);
    int furthest = 0;
    for (int i = 1; i < along.size(); i++) {
      furthest = along.get(i) > along.get(furthest) ? i : furthest;
    }
    double found = along.get(furthest);
    DriftPoint at = points.get(furthest);
    boolean zero = at.level() == Level.ZERO;
    return new Measured(
        formula,
        List.of(
            input("s", "s_AMS", "s_AMS", s, instrument.unit()),
            input(
                "d_t",
                zero ? "零点读数与标准气体之差" : "量程读数与标准气体之差",
                zero ? "zero reading less gas" : "span reading less gas",
                d.get(furthest).doubleValue(),
                instrument.unit())),
        List.of(
            step(
                "x",
                "距控制限的倍数",
                "multiple of the limit",
                "t = %d".formatted(furthest + 1),
                found,
                "1")),
        new Quantity(found, rule.limits().get(0).quantity().unit()),
        points.size(),
        at.at());
  }

  private static List<Double> shewhart(List<BigDecimal> d, double s) {
    return d.stream().map(value -> Math.abs(value.doubleValue()) / s).toList();
  }

  private static List<Double> ewma(List<BigDecimal> d, double s) {
    double limit =
        ControlChart.weightedLimit(LAMBDA, Arithmetic.decimal(s), EWMA_SIGMAS).doubleValue();
    return ControlChart.weightedMeans(d, BigDecimal.ZERO, LAMBDA).stream()
        .map(z -> Math.abs(z.doubleValue()) / limit)
        .toList();
  }

  private static List<Double> drift(List<BigDecimal> d, double s) {
    BigDecimal slack = Arithmetic.decimal(DRIFT_SLACK * s);
    List<BigDecimal> above = ControlChart.sums(d, slack);
    List<BigDecimal> below = ControlChart.sums(d.stream().map(BigDecimal::negate).toList(), slack);
    List<Double> along = new ArrayList<>();
    for (int i = 0; i < d.size(); i++) {
      along.add(above.get(i).max(below.get(i)).doubleValue() / (DRIFT_ACTION * s));
    }
    return along;
  }

  private static List<Double> precision(List<BigDecimal> d, double s) {
    List<BigDecimal> squares = new ArrayList<>();
    for (int i = 0; i < d.size(); i++) {
      double moved = i == 0 ? 0 : d.get(i).subtract(d.get(i - 1)).doubleValue();
      squares.add(Arithmetic.decimal(moved * moved / 2));
    }
    return ControlChart.sums(squares, Arithmetic.decimal(PRECISION_SLACK * s * s)).stream()
        .map(sum -> sum.doubleValue() / (PRECISION_ACTION * s * s))
        .toList();
  }
}
