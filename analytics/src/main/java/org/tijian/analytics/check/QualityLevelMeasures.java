package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.input;
import static org.tijian.analytics.check.Steps.shown;
import static org.tijian.analytics.check.Steps.step;
import static org.tijian.analytics.statistic.Arithmetic.decimal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tijian.analytics.finding.AccuracyTest;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.Arithmetic;
import org.tijian.analytics.statistic.LinearFit;
import org.tijian.analytics.statistic.StudentT;
import org.tijian.analytics.statistic.Variability;

/**
 * QAL2 and the yearly surveillance test (AST) of EN 14181 over the pairs of the newest comparison:
 * of {@value CorrelationMeasures#CORRELATION_FROM} pairs or more it is taken for a QAL2, of fewer
 * for an AST, in which the monitor already shows calibrated values.
 *
 * <pre>
 * QAL2: D_i = y_i - (a + b x_i), s_D / (sigma0 kv)
 * AST:  D_i = y_i - x_i, s_D / (1.5 sigma0 kv), |D_m| / (t s_D / sqrt(N) + sigma0)
 * </pre>
 */
final class QualityLevelMeasures {
  private static final int FEWEST = 3;
  private static final BigDecimal YEARLY = new BigDecimal("1.5");

  /**
   * Parameters of a rule that give the permitted uncertainty of a factor, per cent of the limit.
   */
  static final String UNCERTAINTY = "uncertainty.";

  private QualityLevelMeasures() {}

  private interface Figure {
    Optional<Measured> of(Rule rule, AccuracyTest test, Instrument instrument);
  }

  static void addTo(Map<String, Measure> measures) {
    measures.put("qal2 pairs", qal2((rule, test, i) -> pairs(rule, test)));
    measures.put("qal2 variability", qal2(QualityLevelMeasures::function));
    measures.put("qal2 determination", qal2((rule, test, i) -> determination(rule, test)));
    measures.put("qal2 slope", qal2((rule, test, i) -> slope(rule, test)));
    measures.put("ast pairs", ast((rule, test, i) -> pairs(rule, test)));
    measures.put("ast variability", ast(QualityLevelMeasures::yearly));
    measures.put("ast validity", ast(QualityLevelMeasures::validity));
  }

  private static Measure qal2(Figure figure) {
    return figure(figure, true);
  }

  private static Measure ast(Figure figure) {
    return figure(figure, false);
  }

  private static Measure figure(Figure figure, boolean isQal2) {
    Measure.OfInstrument measure =
        (rule, instrument, material) ->
            material
                .accuracyTest(instrument.factor())
                .filter(test -> test.pairs().size() >= FEWEST)
                .filter(
                    test -> test.pairs().size() >= CorrelationMeasures.CORRELATION_FROM == isQal2)
                .flatMap(test -> figure.of(rule, test, instrument));
    return measure;
  }

  private static Optional<Measured> pairs(Rule rule, AccuracyTest test) {
    int n = test.pairs().size();
    return Optional.of(measured("x = N", List.of(), new Quantity(n, unit(rule)), test));
  }

  private static String unit(Rule rule) {
    return rule.limits().get(0).quantity().unit();
  }

  private static Measured measured(
      String formula,
      List<org.tijian.analytics.finding.Step> steps,
      Quantity found,
      AccuracyTest test) {
    return new Measured(
        formula,
        List.of(input("N", "数据对数", "pairs", test.pairs().size(), "1")),
        steps,
        found,
        test.pairs().size(),
        BeijingTime.startOf(test.testedOn()));
  }

  private static Optional<LinearFit> line(AccuracyTest test) {
    List<BigDecimal> x = CorrelationMeasures.signal(test);
    return Arithmetic.scatter(x, x).signum() == 0
        ? Optional.empty()
        : Optional.of(LinearFit.of(x, CorrelationMeasures.reference(test)));
  }

  private static Optional<Measured> determination(Rule rule, AccuracyTest test) {
    return line(test)
        .flatMap(fit -> Optional.ofNullable(fit.determination()))
        .map(
            r2 -> {
              Quantity found = new Quantity(r2.doubleValue(), unit(rule));
              return measured("R² = 1 - Σ(ŷ - y)² / Σ(y - y_m)²", List.of(), found, test);
            });
  }

  private static Optional<Measured> slope(Rule rule, AccuracyTest test) {
    return line(test)
        .map(
            fit -> {
              Quantity found = new Quantity(fit.slope().doubleValue(), unit(rule));
              return measured("b = S_xy / S_xx", List.of(), found, test);
            });
  }

  private static Optional<Measured> function(Rule rule, AccuracyTest test, Instrument instrument) {
    return line(test)
        .flatMap(
            fit -> {
              List<BigDecimal> at = fit.at(CorrelationMeasures.signal(test));
              return variability(rule, test, instrument, at, BigDecimal.ONE);
            });
  }

  private static Optional<Measured> yearly(Rule rule, AccuracyTest test, Instrument instrument) {
    return variability(rule, test, instrument, CorrelationMeasures.signal(test), YEARLY);
  }

  private static List<BigDecimal> differences(AccuracyTest test, List<BigDecimal> calibrated) {
    List<BigDecimal> differences = new ArrayList<>();
    for (int i = 0; i < calibrated.size(); i++) {
      differences.add(CorrelationMeasures.reference(test).get(i).subtract(calibrated.get(i)));
    }
    return differences;
  }

  /** sigma0; empty without an emission limit or a permitted uncertainty of the factor. */
  private static Optional<BigDecimal> sigma0(Rule rule, Instrument instrument) {
    Double percent = rule.parameters().get(UNCERTAINTY + instrument.factor());
    Double limit = instrument.permitLimit();
    return percent == null || limit == null
        ? Optional.empty()
        : Optional.of(Variability.sigma0(decimal(percent), decimal(limit)));
  }

  private static Optional<Measured> variability(
      Rule rule, AccuracyTest test, Instrument of, List<BigDecimal> calibrated, BigDecimal factor) {
    return sigma0(rule, of)
        .map(
            sigma0 -> {
              double deviation =
                  Arithmetic.standardDeviation(differences(test, calibrated)).doubleValue();
              double kv = Variability.kv(test.pairs().size()).doubleValue();
              double found = deviation / (factor.doubleValue() * sigma0.doubleValue() * kv);
              String sum =
                  "%s / (%s × %s × %s)"
                      .formatted(shown(deviation), factor, shown(sigma0.doubleValue()), shown(kv));
              return measured(
                  "x = s_D / (factor × σ0 × kv), σ0 = P × E / 1.96",
                  List.of(
                      step("x", "标准偏差与允许值之比", "deviation of what is permitted", sum, found, "1")),
                  new Quantity(found, unit(rule)),
                  test);
            });
  }

  private static Optional<Measured> validity(Rule rule, AccuracyTest test, Instrument instrument) {
    return sigma0(rule, instrument)
        .map(
            sigma0 -> {
              List<BigDecimal> differences = differences(test, CorrelationMeasures.signal(test));
              int n = differences.size();
              double mean = Arithmetic.mean(differences).abs().doubleValue();
              double deviation = Arithmetic.standardDeviation(differences).doubleValue();
              double t = StudentT.oneSided95(n - 1).doubleValue();
              double found = mean / (t * deviation / Math.sqrt(n) + sigma0.doubleValue());
              String sum =
                  "%s / (%s × %s / √%d + %s)"
                      .formatted(
                          shown(mean), shown(t), shown(deviation), n, shown(sigma0.doubleValue()));
              return measured(
                  "x = |D_m| / (t × s_D / √N + σ0)",
                  List.of(
                      step(
                          "x",
                          "平均差与允许值之比",
                          "mean difference of what is permitted",
                          sum,
                          found,
                          "1")),
                  new Quantity(found, unit(rule)),
                  test);
            });
  }
}
