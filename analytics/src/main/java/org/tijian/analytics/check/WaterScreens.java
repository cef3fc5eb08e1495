package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.statistic.Robust;

/** Waste water (screens 24 and 25): results that return, the water balance. */
final class WaterScreens {
  private static final int DAY = 24;

  private WaterScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-same-hour",
            "<",
            "digits",
            Set.of("x"),
            Set.of(Reason.BELOW_RESOLUTION),
            WaterScreens::sameHour),
        ScreenCheck.ofInstrument(
            "screen-water-balance",
            "<=",
            "hours middle",
            Set.of("r"),
            Set.of(Reason.NO_SIGNAL),
            WaterScreens::balance));
  }

  /** Days one after the other with the very same value at the same hour, while other hours move. */
  private static Seen sameHour(ScreenView view) {
    List<HourDigest> hours = view.hours();
    double[] means = view.means(hours);
    int known = Robust.known(means).length;
    if (known < 2) {
      return SignalScreens.tooFew(known);
    }
    double least = view.parameter("digits") * ScreenView.digit(hours);
    if (Robust.quantile(means, 1) < least) {
      return Seen.nothing(Reason.BELOW_RESOLUTION);
    }
    int longest = 0;
    int end = 0;
    int[] days = new int[means.length];
    for (int i = 0; i < means.length; i++) {
      boolean counts = means[i] >= least;
      boolean again = i >= DAY && means[i] == means[i - DAY] && moved(means, i - DAY, i);
      days[i] = counts ? again ? days[i - DAY] + 1 : 1 : 0;
      if (days[i] > longest) {
        longest = days[i];
        end = i;
      }
    }
    List<Instant> when = new ArrayList<>();
    for (int i = end - (longest - 1) * DAY; i <= end && longest > 1; i += DAY) {
      when.add(hours.get(i).start());
    }
    return Seen.of(longest, "D = max(D_i: x(d) = x(d+1) = … = x(d+D-1))")
        .with("x", "重复的数值", "the value that returns", means[end], view.unit())
        .with("x_min", "参与筛查的最低数值", "lowest value that is screened", least, view.unit())
        .gives("D", "连续天数", "days one after the other", "max(D_i)", longest, "d")
        .from(known)
        .duringHours(when);
  }

  /**
   * Whether other hours of the day had another value: a wholly constant signal is another screen.
   */
  private static boolean moved(double[] means, int from, int until) {
    return IntStream.range(from + 1, until)
        .anyMatch(i -> !Double.isNaN(means[i]) && means[i] != means[from]);
  }

  private static Seen balance(ScreenView view) {
    Optional<String> intake = view.plant().signal(Signal.INTAKE);
    if (intake.isEmpty()) {
      return Seen.nothing(Reason.NO_SIGNAL);
    }
    double[] out = view.means(view.hours());
    double[] in = view.means(intake.get());
    double sumOut = 0;
    double sumIn = 0;
    int known = 0;
    for (int i = 0; i < out.length; i++) {
      if (!Double.isNaN(out[i]) && !Double.isNaN(in[i])) {
        sumOut += out[i];
        sumIn += in[i];
        known++;
      }
    }
    if (known < view.parameter("hours") || !(sumIn > 0)) {
      return SignalScreens.tooFew(known);
    }
    double r = sumOut / sumIn;
    double middle = view.parameter("middle");
    double off = Math.abs(r - middle);
    return Seen.of(off, "r = ΣQ / ΣQ_in, d = |r - r_0|")
        .with("r", "排水量与取水量之比", "water out over water in", r, "1")
        .with("r0", "区间中点", "middle of the usual range", middle, "1")
        .gives(
            "d",
            "离中点的距离",
            "distance from the middle",
            "|%s - %s|".formatted(shown(r), shown(middle)),
            off,
            "1")
        .from(known);
  }
}
