package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedComparisonTests {

  /**
   * Summaries of relative accuracy tests published by the EPA (EPA-RATA, 2014): mean difference,
   * standard deviation and reference mean of nine runs. Printed inputs are rounded, hence the
   * tolerance of one or two units in the last printed digit.
   */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          test,         difference, deviation, reference, confidence, accuracy, tolerance
          SO2 MS4A,     -3.42,      2.28,      337.46,    1.754,      1.53,     0.003
          SO2 MS4B,     1.99,       1.93,      338.26,    1.481,      1.03,     0.004
          NOx unit 1,   0.867,      0.10,      67.467,    0.077,      1.40,     0.005
          NOx unit 2,   -0.522,     0.10,      67.222,    0.075,      0.89,     0.005
          O2 unit 2,    -0.556,     0.07,      11.4,      0.056,      5.36,     0.015
          """)
  void agreesWithPublishedSummaries(
      String test,
      BigDecimal difference,
      BigDecimal deviation,
      BigDecimal reference,
      BigDecimal confidence,
      BigDecimal accuracy,
      BigDecimal tolerance) {
    BigDecimal cc = PairedComparison.confidence(StudentT.twoSided95(8), deviation, 9);
    BigDecimal ra = PairedComparison.relativeAccuracy(difference, cc, reference);

    assertThat(cc).isCloseTo(confidence, within(tolerance));
    assertThat(Rounding.round(ra, 2)).isCloseTo(accuracy, within(tolerance));
  }

  @Test
  void doesTheWholeSumByHand() {
    PairedComparison c = comparison(List.of(10.0, 12.0, 14.0), List.of(9.0, 12.0, 12.0));

    // d = 1, 0, 2; mean 1; S_d = 1; t(2) = 4.303; cc = 4.303 / sqrt(3) = 2.48434
    assertThat(c.meanReference()).isEqualByComparingTo("12");
    assertThat(c.meanMonitor()).isEqualByComparingTo("11");
    assertThat(c.meanDifference()).isEqualByComparingTo("1");
    assertThat(c.standardDeviation()).isEqualByComparingTo("1");
    assertThat(Rounding.round(c.confidence(), 5)).isEqualTo("2.48434");
    assertThat(Rounding.round(c.relativeAccuracyPercent(), 2)).isEqualTo("29.04");
    assertThat(Rounding.round(c.relativeErrorPercent(), 2)).isEqualTo("-8.33");
    assertThat(c.absoluteError()).isEqualByComparingTo("-1");
  }

  @RepeatedTest(50)
  void agreementIsPerfect(RepetitionInfo repetition) {
    List<Double> values = values(new Random(repetition.getCurrentRepetition()));

    PairedComparison c = comparison(values, values);

    assertThat(c.relativeAccuracyPercent()).isEqualByComparingTo("0");
    assertThat(c.relativeErrorPercent()).isEqualByComparingTo("0");
    assertThat(c.absoluteError()).isEqualByComparingTo("0");
  }

  @RepeatedTest(50)
  void theOrderOfThePairsDoesNotMatter(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<double[]> pairs = new ArrayList<>();
    Stream.generate(() -> new double[] {value(random), value(random)})
        .limit(12)
        .forEach(pairs::add);
    PairedComparison inOrder = ofPairs(pairs);

    Collections.shuffle(pairs, random);

    assertThat(ofPairs(pairs)).isEqualTo(inOrder);
  }

  @RepeatedTest(50)
  void relativeMeasuresDoNotDependOnTheUnit(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<BigDecimal> reference = decimals(values(random));
    List<BigDecimal> monitor = decimals(values(random));
    BigDecimal unit = new BigDecimal("2.86");

    PairedComparison ppm = PairedComparison.of(reference, monitor);
    PairedComparison mass = PairedComparison.of(times(reference, unit), times(monitor, unit));

    BigDecimal tiny = new BigDecimal("1e-20");
    assertThat(mass.relativeAccuracyPercent())
        .isCloseTo(ppm.relativeAccuracyPercent(), within(tiny));
    assertThat(mass.relativeErrorPercent()).isCloseTo(ppm.relativeErrorPercent(), within(tiny));
  }

  @Test
  void refusesValuesThatDoNotPair() {
    assertThatThrownBy(() -> comparison(List.of(1.0, 2.0), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> comparison(List.of(1.0), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PairedComparison ofPairs(List<double[]> pairs) {
    return comparison(
        pairs.stream().map(pair -> pair[0]).toList(), pairs.stream().map(pair -> pair[1]).toList());
  }

  private static PairedComparison comparison(List<Double> reference, List<Double> monitor) {
    return PairedComparison.of(decimals(reference), decimals(monitor));
  }

  private static List<BigDecimal> decimals(List<Double> values) {
    return values.stream().map(BigDecimal::valueOf).toList();
  }

  private static List<BigDecimal> times(List<BigDecimal> values, BigDecimal factor) {
    return values.stream().map(factor::multiply).toList();
  }

  private static List<Double> values(Random random) {
    return Stream.generate(() -> value(random)).limit(9).toList();
  }

  private static double value(Random random) {
    return 1 + random.nextInt(100_000) / 100.0;
  }
}
