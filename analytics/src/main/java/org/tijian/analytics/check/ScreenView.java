package org.tijian.analytics.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.PlantData;
import org.tijian.analytics.standard.Limit;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.statistic.LastDigits;

/** What a screen looks at: the hours of an outlet, and what its rule sets. */
record ScreenView(Rule rule, Limit limit, @Nullable Instrument judged, Material material) {
  static final String OXYGEN = "a19001";
  static final String FLOW = "a00000";
  static final String VELOCITY = "a01011";
  static final String TEMPERATURE = "a01012";
  static final double AIR = 21;
  private static final double USELESS_OXYGEN = 19;

  /** Of a screen of an instrument, which is never asked without one. */
  Instrument instrument() {
    return Objects.requireNonNull(judged);
  }

  String unit() {
    return instrument().unit();
  }

  double parameter(String name) {
    return rule.parameter(name);
  }

  int count(String name) {
    return rule.parameter(name).intValue();
  }

  double threshold() {
    return limit.quantity().value();
  }

  PlantData plant() {
    return material.plant();
  }

  int validMinutes() {
    return count(ScreenCheck.VALID_MINUTES);
  }

  List<HourDigest> hours() {
    return material.hours(instrument());
  }

  /** From so many days before the end on; see {@link Material#hours(Instrument, int)}. */
  List<HourDigest> hours(int days) {
    return material.hours(instrument(), days);
  }

  /** Means of the hours that ran and are valid; NaN for the others. */
  double[] means(List<HourDigest> hours) {
    int minutes = validMinutes();
    double[] means = new double[hours.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = hours.get(i).meanOf(minutes);
    }
    return means;
  }

  double[] means(String factor) {
    return means(material.hours(factor));
  }

  double[] means(String factor, int days) {
    return means(material.hours(factor, days));
  }

  Optional<Load> load() {
    return Load.of(material, material::hours, instrument().factor(), validMinutes());
  }

  Optional<Load> load(int days) {
    return Load.of(
        material, factor -> material.hours(factor, days), instrument().factor(), validMinutes());
  }

  /** Least digit that the values of the hours were sent with, the resolution as one can see it. */
  static double digit(List<HourDigest> hours) {
    return LastDigits.leastDigit(samples(hours));
  }

  /** The first and the last valid value of each hour, as sent. */
  static double[] samples(List<HourDigest> hours) {
    double[] samples = new double[2 * hours.size()];
    for (int i = 0; i < hours.size(); i++) {
      samples[2 * i] = hours.get(i).values().first();
      samples[2 * i + 1] = hours.get(i).values().last();
    }
    return samples;
  }

  /**
   * Values as the emission limit means them: converted to the reference oxygen content where the
   * outlet has one; NaN where oxygen is missing or so high that converting means nothing.
   */
  double[] converted(double[] values) {
    Double reference = material.referenceOxygen();
    if (reference == null) {
      return values;
    }
    double[] oxygen = means(OXYGEN);
    return IntStream.range(0, values.length)
        .mapToDouble(
            i -> oxygen[i] < USELESS_OXYGEN ? convert(values[i], oxygen[i], reference) : Double.NaN)
        .toArray();
  }

  static double convert(double value, double oxygen, double reference) {
    return value * (AIR - reference) / (AIR - oxygen);
  }

  /** Starts of the hours that something holds for. */
  static List<Instant> starts(List<HourDigest> hours, IntPredicate holds) {
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      if (holds.test(i)) {
        starts.add(hours.get(i).start());
      }
    }
    return starts;
  }
}
