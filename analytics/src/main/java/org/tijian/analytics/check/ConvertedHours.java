package org.tijian.analytics.check;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.statistic.Rounding;

/**
 * Valid hours of a factor, converted to a reference oxygen content where there is one.
 *
 * <pre>C_zs = C_sn × (21 - O2_s) / (21 - O2)</pre>
 *
 * (GB 13271-2014 formula (1); GB 31571-2015 formula (2).) The hourly means of concentration and
 * oxygen are converted, not the minutes. An hour whose oxygen is at or above a bound is left out,
 * for the factor explodes near 21 % and the source hardly burns.
 *
 * @param value hourly means of the factor
 * @param oxygen hourly means of oxygen; of no use where nothing is converted
 * @param converted NaN for an hour that cannot be judged
 */
@SuppressWarnings("ArrayRecordComponent")
record ConvertedHours(HourMeans value, HourMeans oxygen, double[] converted) {
  private static final String OXYGEN = "a19001";
  private static final double AIR = 21;

  /**
   * @param reference reference oxygen in per cent; null if values are not converted
   * @param oxygenBelow in per cent
   */
  static ConvertedHours of(
      Material material,
      String factor,
      int validMinutes,
      @Nullable Double reference,
      double oxygenBelow) {
    HourMeans value = HourMeans.of(material.hours(factor), validMinutes);
    double[] converted = value.mean().clone();
    if (reference == null) {
      return new ConvertedHours(value, value, converted);
    }
    HourMeans oxygen = HourMeans.of(material.hours(OXYGEN), validMinutes);
    for (int hour = 0; hour < converted.length; hour++) {
      double o2 = oxygen.mean()[hour];
      converted[hour] =
          o2 < oxygenBelow ? converted[hour] * (AIR - reference) / (AIR - o2) : Double.NaN;
    }
    return new ConvertedHours(value, oxygen, converted);
  }

  /** Index of the highest hour, the first of them if several; -1 if none can be judged. */
  int worst() {
    int worst = -1;
    for (int hour = 0; hour < converted.length; hour++) {
      if (isJudged(hour) && (worst < 0 || converted[hour] > converted[worst])) {
        worst = hour;
      }
    }
    return worst;
  }

  int judged() {
    return (int) IntStream.range(0, converted.length).filter(this::isJudged).count();
  }

  /** Hours above a limit after rounding. */
  int above(double limit, int decimals) {
    return (int)
        IntStream.range(0, converted.length)
            .filter(h -> isJudged(h) && Rounding.round(converted[h], decimals) > limit)
            .count();
  }

  private boolean isJudged(int hour) {
    return !Double.isNaN(converted[hour]);
  }
}
