package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateAndDriftTests {

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          before, previous, full scale, drift
          0,      0,        300,        0
          7.5,    0,        300,        2.5
          -7.5,   0,        300,        -2.5
          238,    240.1,    300,        -0.7
          20.9,   21,       25,         -0.4
          """)
  void driftKeepsItsSign(double before, double previous, double fullScale, double drift) {
    double found = Drift.percentOfFullScale(before, previous, fullScale);

    assertThat(Rounding.round(found, 9)).isEqualTo(drift);
  }

  @Test
  void driftNeedsAFullScale() {
    assertThatThrownBy(() -> Drift.percentOfFullScale(1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Drift.percentOfFullScale(1, 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** 23 of 24 hours is 95.83 % in the statistics of the national site. */
  @Test
  void rateIsAShareOfWhatWasDue() {
    assertThat(Rounding.round(Rate.percent(23, 24), 2)).isEqualTo(95.83);
    assertThat(Rate.capturePercent(720, 20, 175)).isEqualTo(75);
    assertThatThrownBy(() -> Rate.capturePercent(24, 24, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 0, 3",
    "-2.5, 0, -3",
    "2.675, 2, 2.68",
    "0.005, 2, 0.01",
    "-0.004, 2, 0",
    "15.0, 2, 15"
  })
  void roundsHalfAwayFromZero(double value, int decimals, String rounded) {
    assertThat(Rounding.plain(value, decimals)).isEqualTo(rounded);
  }
}
