package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures of the screens against values computed with Python 3.11.7, numpy 2.4.6, scipy 1.17.1. */
class ScreenStatisticTests {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final double NAN = Double.NaN;
  private static final double[] X = {
    41.2, 39.8, 40.5, 44.1, 38.9, 40.2, 57.0, 39.5, 40.9, 41.7, 40.0, 39.1
  };
  private static final double[] Y = {80, 76, 78, 90, 75, 79, 81, 74, 82, 85, 77, 73};

  /** numpy.median, numpy.quantile, scipy.stats.median_abs_deviation. */
  @Test
  void placeAndSpreadThatOddValuesDoNotMove() {
    assertThat(Robust.median(X)).isEqualTo(40.35, CLOSE);
    assertThat(Robust.quantile(X, 0.9)).isEqualTo(43.86, CLOSE);
    assertThat(Robust.quantile(X, 0.05)).isEqualTo(39.01, CLOSE);
    assertThat(Robust.deviation(X)).isEqualTo(0.85, CLOSE);
    assertThat(Robust.sigma(X)).isEqualTo(0.85 * 1.4826, CLOSE);
  }

  @Test
  void missingValuesAreLeftOut() {
    double[] gaps = {NAN, 3, NAN, 1, 2, NAN};

    assertThat(Robust.median(gaps)).isEqualTo(2);
    assertThat(Robust.known(gaps)).containsExactly(3, 1, 2);
    assertThat(Robust.median(new double[] {NAN})).isNaN();
    assertThat(Wander.variation(gaps)).isEqualTo(50, CLOSE);
    assertThat(RankCorrelation.spearman(gaps, new double[] {1, 3, 1, 1, 2, 1})).isEqualTo(1, CLOSE);
  }

  /** numpy.std(ddof=1) / numpy.mean; the autocorrelation as the formula says. */
  @Test
  void howASeriesMoves() {
    assertThat(Wander.variation(X)).isEqualTo(11.818539430003488, CLOSE);
    assertThat(Wander.autocorrelation(X)).isEqualTo(-0.19940795114966475, CLOSE);
    assertThat(Wander.autocorrelation(new double[] {2, 2, 2})).isNaN();
    assertThat(Wander.variation(new double[] {-1, 1})).isNaN();
  }

  /** scipy.stats.spearmanr, without and with ties. */
  @Test
  void ranksThatGoTogether() {
    assertThat(RankCorrelation.spearman(X, Y)).isEqualTo(0.9160839160839163, CLOSE);
    assertThat(
            RankCorrelation.spearman(
                new double[] {1, 2, 2, 3, 5, 5, 5, 8}, new double[] {3, 1, 4, 4, 6, 5, 9, 7}))
        .isEqualTo(0.8706358081229184, CLOSE);
    assertThat(RankCorrelation.spearman(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}))
        .isNaN();
    assertThat(RankCorrelation.spearman(new double[] {1, 2}, new double[] {1, 2})).isNaN();
  }

  /** numpy.cumsum of the distances from the mean; medians of both sides. */
  @Test
  void whereTheLevelChanges() {
    ChangePoint change =
        ChangePoint.of(new double[] {10, 10.5, 9.8, 10.2, 10.1, 14.9, 15.2, 15.0, 14.8, 15.1});

    assertThat(change).isEqualTo(new ChangePoint(5, 10.1, 15.0));
    assertThat(change.shift()).isEqualTo(4.9, CLOSE);
    assertThatThrownBy(() -> ChangePoint.of(new double[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** scipy.stats.chisquare. */
  @Test
  void lastDigitsAgainstChance() {
    LastDigits even = LastDigits.of(new int[] {110, 95, 105, 90, 100, 120, 80, 100, 100});
    LastDigits uneven = LastDigits.of(new int[] {160, 90, 95, 92, 93, 95, 94, 93, 88});

    assertThat(even.chiSquared()).isEqualTo(10.5, CLOSE);
    assertThat(even.p()).isEqualTo(0.23166973807635935, CLOSE);
    assertThat(uneven.chiSquared()).isEqualTo(40.92, CLOSE);
    assertThat(uneven.p()).isEqualTo(2.1576451596561684e-06, within(1e-12));
  }

  @Test
  void lastDigitsAreThoseOfTheLeastDigitThatWasSent() {
    assertThat(LastDigits.leastDigit(new double[] {12, 30, NAN})).isEqualTo(1);
    assertThat(LastDigits.leastDigit(new double[] {12.5, 3})).isEqualTo(0.1);
    assertThat(LastDigits.leastDigit(new double[] {0.125})).isEqualTo(0.001);
    assertThat(LastDigits.leastDigit(new double[] {NAN})).isNaN();
    assertThat(LastDigits.of(new double[] {1.3, 2.3, 3.3, -0.7, NAN}, 0.1))
        .isEqualTo(LastDigits.of(new int[] {0, 0, 3, 0, 0, 0, 1, 0, 0}));
  }

  /** By hand. */
  @Test
  void whatHoldsOnAndSequencesThatReturn() {
    assertThat(Runs.longest(new boolean[] {true, false, true, true})).isEqualTo(new Runs.Run(2, 2));
    assertThat(Runs.longest(new boolean[0])).isEqualTo(Runs.Run.NONE);
    double[] again = {1, 2, 3, 4, 9, 8, 1, 2, 3, 4, 5};
    assertThat(Runs.repeated(again, 3, 3)).isEqualTo(new Runs.Run(6, 4));
    assertThat(Runs.repeated(again, 5, 3)).isEqualTo(Runs.Run.NONE);
    assertThat(Runs.repeated(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, 3, 2)).isEqualTo(Runs.Run.NONE);
  }

  /** By hand: 45 to 50 are in the tenth below 50, 50.1 and 55 in the tenth above. */
  @Test
  void valuesNearALimit() {
    LimitDensity density =
        LimitDensity.of(new double[] {44.9, 45, 46, 47.5, 50, 50.1, 55, 55.1, NAN}, 50);

    assertThat(density).isEqualTo(new LimitDensity(8, 4, 2, 2));
    assertThat(density.ratio()).isEqualTo(2);
    assertThat(density.z()).isEqualTo(2 / Math.sqrt(6), CLOSE);
    assertThat(LimitDensity.of(new double[] {49}, 50).ratio()).isEqualTo(1);
    assertThat(LimitDensity.of(new double[] {1}, 50).z()).isZero();
  }

  @Test
  void sharesOfNothingAreUnknown() {
    assertThat(Shares.percent(1, 4)).isEqualTo(25);
    assertThat(Shares.percent(0, 0)).isNaN();
    assertThat(Shares.offPercent(102, 100)).isEqualTo(2, CLOSE);
    assertThat(Shares.offPercent(1, 0)).isNaN();
  }
}
