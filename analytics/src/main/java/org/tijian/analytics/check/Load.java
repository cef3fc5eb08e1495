package org.tijian.analytics.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.statistic.Robust;

/**
 * Load of the source, hour by hour: what the outlet's description names, else the load that HJ
 * 212-2017 annex B.10 knows ({@code i33400}), else the waste-gas flow or the gas velocity, which
 * rise with it. Without marks of its own a signal counts as it is.
 *
 * @param factor code of what stands for the load
 * @param isDirect whether it is the load itself, not the flow
 * @param value hourly means; NaN for an hour without
 */
@SuppressWarnings("ArrayRecordComponent")
record Load(String factor, boolean isDirect, double[] value, List<HourDigest> hours) {
  private static final List<String> STANDARD = List.of("i33400", "I33400");
  private static final List<String> INSTEAD = List.of("a00000", "a01011");
  private static final double FULL = 0.95;
  private static final double PERCENT = 100;

  /**
   * @param read tells the hours of a factor
   * @param judged the factor that is screened, which cannot stand for its own load
   */
  static Optional<Load> of(
      Material material, Function<String, List<HourDigest>> read, String judged, int minutes) {
    Stream<String> named = material.plant().signal(Signal.LOAD).stream();
    return Stream.of(named, STANDARD.stream(), INSTEAD.stream())
        .flatMap(each -> each)
        .filter(factor -> !factor.equals(judged))
        .map(factor -> of(factor, read.apply(factor), minutes))
        .filter(load -> Robust.known(load.value()).length > 0)
        .findFirst();
  }

  private static Load of(String factor, List<HourDigest> hours, int minutes) {
    double[] value = hours.stream().mapToDouble(hour -> hour.meanOf(minutes)).toArray();
    return new Load(factor, !INSTEAD.contains(factor), value, hours);
  }

  /** The hours' load as a share of the load that is reached in one hour of twenty, in per cent. */
  double[] share() {
    double full = Robust.quantile(value, FULL);
    return Arrays.stream(value)
        .map(each -> full > 0 ? each / full * PERCENT : Double.NaN)
        .toArray();
  }

  /**
   * How much the load moved in hours {@code [from, until)}, minute by minute: highest less lowest
   * over the mean, in per cent; NaN if it is not known in one of them.
   */
  double spread(int from, int until) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int hour = from; hour < until; hour++) {
      HourDigest each = hours.get(hour);
      if (each.valid() == 0) {
        return Double.NaN;
      }
      low = Math.min(low, each.values().minimum());
      high = Math.max(high, each.values().maximum());
      sum += each.mean();
    }
    return sum > 0 ? (high - low) * (until - from) / sum * PERCENT : Double.NaN;
  }
}
