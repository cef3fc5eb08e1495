package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.statistic.LastDigits;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Shares;

/** Consistency (screens 18 and 19): is what was reported what follows from the minutes? */
final class ConsistencyScreens {
  private ConsistencyScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-converted",
            "<=",
            "oxygen-below",
            Set.of("n", "N", "C", "C0"),
            Set.of(Reason.NO_REFERENCE_OXYGEN, Reason.NO_OXYGEN, Reason.NO_REPORTED_VALUES),
            ConsistencyScreens::converted),
        ScreenCheck.ofInstrument(
            "screen-hour-mean",
            "<=",
            "",
            Set.of("n", "N", "C", "C0"),
            Set.of(Reason.NO_REPORTED_VALUES),
            ConsistencyScreens::hourMean));
  }

  /** Converted hourly values as the logger sent them, else the means of its converted minutes. */
  static double[] convertedAsSent(ScreenView view, List<HourDigest> hours) {
    double[] reported = view.material().reportedConverted(view.instrument());
    if (Robust.known(reported).length > 0) {
      return reported;
    }
    int minutes = view.validMinutes();
    return hours.stream()
        .mapToDouble(hour -> hour.valid() >= minutes ? hour.convertedMean() : Double.NaN)
        .toArray();
  }

  private static Seen converted(ScreenView view) {
    Double reference = view.material().referenceOxygen();
    if (reference == null) {
      return Seen.nothing(Reason.NO_REFERENCE_OXYGEN);
    }
    double[] oxygen = view.means(ScreenView.OXYGEN);
    if (Robust.known(oxygen).length == 0) {
      return Seen.nothing(Reason.NO_OXYGEN);
    }
    List<HourDigest> hours = view.hours();
    double[] means = view.means(hours);
    double[] expected = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      expected[i] =
          oxygen[i] < view.parameter("oxygen-below")
              ? ScreenView.convert(means[i], oxygen[i], reference)
              : Double.NaN;
    }
    return compare(
            view,
            hours,
            convertedAsSent(view, hours),
            expected,
            "C_0 = C_sn × (21 - O2_s) / (21 - O2)")
        .with("O2_s", "基准氧含量", "reference oxygen content", reference, "%");
  }

  private static Seen hourMean(ScreenView view) {
    List<HourDigest> hours = view.hours();
    return compare(
        view,
        hours,
        view.material().reportedHours(view.instrument()),
        view.means(hours),
        "C_0 = Σx / n");
  }

  /**
   * The hour whose reported value lies furthest from the recomputed one, beyond one least digit.
   */
  private static Seen compare(
      ScreenView view, List<HourDigest> hours, double[] sent, double[] expected, String formula) {
    double digit = Math.max(LastDigits.leastDigit(sent), ScreenView.digit(hours));
    int judged = 0;
    int at = -1;
    double worst = 0;
    List<Instant> off = new ArrayList<>();
    for (int i = 0; i < sent.length; i++) {
      double percent = Shares.offPercent(sent[i], expected[i]);
      if (Double.isNaN(percent)) {
        continue;
      }
      judged++;
      // A difference of one least digit is rounding; the hair keeps it from being decided by binary
      // fractions.
      boolean more = Math.abs(sent[i] - expected[i]) > digit * (1 + 1e-9);
      if (at < 0 || more && percent > worst) {
        at = i;
        worst = more ? percent : 0;
      }
      if (more && percent > view.threshold()) {
        off.add(hours.get(i).start());
      }
    }
    if (judged == 0) {
      return Seen.nothing(
          Robust.known(sent).length == 0 ? Reason.NO_REPORTED_VALUES : Reason.TOO_FEW_READINGS);
    }
    return Seen.of(worst, formula + ", d = |C - C_0| / C_0 × 100")
        .with("C", "上报值", "as reported", sent[at], view.unit())
        .with("C0", "重算值", "recomputed", expected[at], view.unit())
        .with(
            "e", "不计的差（一个末位）", "difference that is rounding (one least digit)", digit, view.unit())
        .with("N", "比较的小时数", "hours compared", judged, "h")
        .with("n", "超过阈值的小时数", "hours beyond the threshold", off.size(), "h")
        .gives(
            "d",
            "相对偏差（不超过一个末位的记为 0）",
            "relative difference (0 if no more than a least digit)",
            "|%s - %s| / %s × 100"
                .formatted(shown(sent[at]), shown(expected[at]), shown(expected[at])),
            worst,
            "%")
        .from(judged)
        .at(hours.get(at).start())
        .duringHours(off);
  }
}
