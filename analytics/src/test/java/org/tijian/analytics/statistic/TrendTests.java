package org.tijian.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TrendTests {

  /**
   * R 4.3, lm(mpg ~ wt, mtcars): coefficients -5.344472 and 37.28513, residual standard error 3.046
   * on 30 degrees of freedom, p of the slope 1.294e-10; predict(..., wt = 3, "prediction"):
   * 21.25171, 14.92987 to 27.57355. Public figures of a public data set.
   */
  @Test
  void agreesWithThePublishedRegressionOfFuelOverWeight() {
    double[] weight = {
      2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440, 4.070, 3.730,
      3.780, 5.250, 5.424, 5.345, 2.200, 1.615, 1.835, 2.465, 3.520, 3.435, 3.840, 3.845, 1.935,
      2.140, 1.513, 3.170, 2.770, 3.570, 2.780
    };
    double[] fuel = {
      21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4,
      10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7,
      15.0, 21.4
    };

    Trend trend = Trend.of(weight, fuel).orElseThrow();

    assertThat(trend.slope()).isCloseTo(-5.344472, within(5e-7));
    assertThat(trend.intercept()).isCloseTo(37.28513, within(5e-6));
    assertThat(trend.residual()).isCloseTo(3.046, within(5e-4));
    assertThat(trend.significance()).isCloseTo(1.294e-10, within(5e-13));
    assertThat(trend.at(3)).isCloseTo(21.25171, within(5e-6));
    assertThat(trend.halfWidth(3)).isCloseTo(27.57355 - 21.25171, within(1e-5));
  }

  @Test
  void pointsOnALineReachTheLimitExactlyAndWithoutDoubt() {
    Trend trend = Trend.of(new double[] {0, 1, 2, 3}, new double[] {0, 0.5, 1, 1.5}).orElseThrow();

    assertThat(trend.significance()).isZero();
    assertThat(trend.crossing(2.5, 0, 3, 90).orElseThrow()).isCloseTo(5, within(1e-9));
    assertThat(trend.crossing(2.5, 1, 3, 90).orElseThrow()).isCloseTo(5, within(1e-9));
    assertThat(trend.crossing(2.5, 0, 3, 4.9)).isEmpty();
    assertThat(trend.crossing(1, 0, 3, 90)).hasValue(3);
  }

  @Test
  void aLevelLineIsNoTrendAndTwoPointsAreNoLine() {
    assertThat(
            Trend.of(new double[] {0, 1, 2}, new double[] {1, 1, 1}).orElseThrow().significance())
        .isEqualTo(1);
    assertThat(Trend.of(new double[] {0, 1}, new double[] {1, 2})).isEmpty();
    assertThat(Trend.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isEmpty();
  }

  @RepeatedTest(50)
  void theLineLiesBetweenTheEdgesAndAMirroredDriftGivesTheSameDay(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    double[] x = random.doubles(12, 0, 30).sorted().toArray();
    double[] y = new double[12];
    double[] mirrored = new double[12];
    for (int i = 0; i < 12; i++) {
      y[i] = 0.05 * x[i] + 0.1 * random.nextGaussian();
      mirrored[i] = -y[i];
    }

    Trend trend = Trend.of(x, y).orElseThrow();
    Trend other = Trend.of(x, mirrored).orElseThrow();

    double day = trend.crossing(2.5, 0, 30, 1000).orElseThrow();
    assertThat(day)
        .isFinite()
        .isGreaterThanOrEqualTo(trend.crossing(2.5, 1, 30, 1000).orElseThrow());
    assertThat(trend.crossing(2.5, -1, 30, 1e6).orElseThrow()).isGreaterThanOrEqualTo(day);
    assertThat(trend.crossing(3, 0, 30, 1000).orElseThrow()).isGreaterThanOrEqualTo(day);
    assertThat(other.crossing(2.5, 0, 30, 1000).orElseThrow()).isCloseTo(day, within(1e-6));
  }
}
