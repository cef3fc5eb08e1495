package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any series: seeds are fixed, so every run sees the same. */
class ScreenStatisticPropertyTests {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void unitsDoNotMatterWhereMathsSaysSo(int seed) {
    double[] x = series(seed);
    double[] y = series(seed + 100);
    double[] scaled = Arrays.stream(x).map(v -> 2.856 * v).toArray();

    assertThat(Wander.variation(scaled)).isCloseTo(Wander.variation(x), within(1e-9));
    assertThat(Wander.autocorrelation(scaled)).isCloseTo(Wander.autocorrelation(x), within(1e-9));
    assertThat(RankCorrelation.spearman(scaled, y))
        .isCloseTo(RankCorrelation.spearman(x, y), within(1e-12));
    assertThat(Robust.sigma(scaled)).isCloseTo(2.856 * Robust.sigma(x), within(1e-9));
    assertThat(ChangePoint.of(scaled).at()).isEqualTo(ChangePoint.of(x).at());
    LimitDensity density = LimitDensity.of(x, 50);
    assertThat(LimitDensity.of(Arrays.stream(x).map(v -> 2 * v).toArray(), 100)).isEqualTo(density);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void orderDoesNotMatterToPlaceAndSpread(int seed) {
    double[] x = series(seed);
    double[] turned = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      turned[i] = x[x.length - 1 - i];
    }

    assertThat(Robust.median(turned)).isEqualTo(Robust.median(x));
    assertThat(Robust.deviation(turned)).isEqualTo(Robust.deviation(x));
    assertThat(Robust.quantile(turned, 0.9)).isEqualTo(Robust.quantile(x, 0.9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aSeriesThatIsSentTwiceIsFoundWhole(int seed) {
    double[] x = series(seed);
    double[] twice = Arrays.copyOf(x, 2 * x.length);
    System.arraycopy(x, 0, twice, x.length, x.length);

    assertThat(Runs.repeated(twice, 6, 2).length()).isEqualTo(x.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingThatIsKnownComesOutUnknown(int seed) {
    double[] x = series(seed);
    Random random = new Random(seed);
    double[] gaps = Arrays.stream(x).map(v -> random.nextInt(3) == 0 ? Double.NaN : v).toArray();

    assertThat(Robust.sigma(gaps)).isNotNaN();
    assertThat(Wander.variation(gaps)).isNotNaN();
    assertThat(RankCorrelation.spearman(gaps, x)).isCloseTo(1, within(1e-12));
    assertThat(LimitDensity.of(gaps, 50).z()).isNotNaN();
    LastDigits digits = LastDigits.of(gaps, 0.1);
    assertThat(digits.p()).isBetween(0.0, 1.0);
    assertThat(digits.n()).isPositive().isLessThan(Robust.known(gaps).length);
  }

  private static double[] series(int seed) {
    Random random = new Random(seed);
    double level = 50;
    double[] series = new double[200];
    for (int i = 0; i < series.length; i++) {
      level += random.nextGaussian();
      series[i] = Math.rint(10 * (level + 3 * random.nextGaussian())) / 10;
    }
    return series;
  }

  /** What written-out numbers say one by one. */
  @Test
  void theLeastDigitIsTheLongestOfTheWrittenOnes() {
    Random random = new Random(12);
    for (int round = 0; round < 2_000; round++) {
      double[] values = new double[1 + random.nextInt(6)];
      int written = 0;
      for (int i = 0; i < values.length; i++) {
        BigDecimal number =
            BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
        values[i] = number.doubleValue();
        written = Math.max(written, number.stripTrailingZeros().scale());
      }
      assertThat(LastDigits.leastDigit(values)).isEqualTo(Math.pow(10, -Math.min(5, written)));
    }
  }
}
