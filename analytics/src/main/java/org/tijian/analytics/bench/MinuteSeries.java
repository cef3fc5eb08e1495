package org.tijian.analytics.bench;

import java.util.Random;

/**
 * Minutes of an outlet as a logger reports them: 12 factors, two decimals, slow drift and noise,
 * amounts for 7 of them and 0 for 5; half an hour a day one factor is marked as being calibrated.
 */
final class MinuteSeries {
  static final int FACTORS = 12;
  private static final int WITH_AMOUNT = 7;
  private static final int CALIBRATION_MINUTES = 30;
  private static final int DAY_MINUTES = 1440;

  private final Random random;
  private final double noise;
  private final double[] level = new double[FACTORS];
  private int minute;

  /**
   * @param noise standard deviation of a minute's mean, as a part of the level
   */
  MinuteSeries(long seed, double noise) {
    this.random = new Random(seed);
    this.noise = noise;
    for (int i = 0; i < FACTORS; i++) {
      level[i] = 10 + 90 * random.nextDouble();
    }
  }

  /**
   * A minute's values by factor.
   *
   * @param calibrated the factor that is marked, or -1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Minute(
      double[] value, double[] minimum, double[] maximum, double[] amount, int calibrated) {}

  Minute next() {
    double[] value = new double[FACTORS];
    double[] minimum = new double[FACTORS];
    double[] maximum = new double[FACTORS];
    double[] amount = new double[FACTORS];
    for (int i = 0; i < FACTORS; i++) {
      level[i] = Math.max(1, level[i] * (1 + 0.0005 * random.nextGaussian()));
      double spread = noise * level[i];
      double mean = level[i] + spread * random.nextGaussian();
      value[i] = hundredths(mean);
      minimum[i] = hundredths(mean - Math.abs(spread * random.nextGaussian()));
      maximum[i] = hundredths(mean + Math.abs(spread * random.nextGaussian()));
      amount[i] = i < WITH_AMOUNT ? hundredths(mean * (0.6 + 0.006 * random.nextGaussian())) : 0;
    }
    int ofDay = minute++ % DAY_MINUTES;
    return new Minute(
        value, minimum, maximum, amount, ofDay < CALIBRATION_MINUTES ? ofDay % FACTORS : -1);
  }

  private static double hundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
