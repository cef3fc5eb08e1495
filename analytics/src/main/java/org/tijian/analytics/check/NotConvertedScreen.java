package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.statistic.Robust;

/** Values that were not converted (screen 5). */
final class NotConvertedScreen {
  private NotConvertedScreen() {}

  /** Converted values as sent that are the measured ones, though conversion would change them. */
  static Seen look(ScreenView view) {
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
    double[] sent = ConsistencyScreens.convertedAsSent(view, hours);
    double digit = ScreenView.digit(hours);
    int judged = 0;
    boolean[] same = new boolean[means.length];
    for (int i = 0; i < means.length; i++) {
      double factor = ScreenView.convert(1, oxygen[i], reference);
      boolean moves = Math.abs(factor - 1) * 100 > view.parameter("differs") && factor > 0;
      if (moves && means[i] > 0 && !Double.isNaN(sent[i])) {
        judged++;
        same[i] = Math.abs(sent[i] - means[i]) < digit / 2;
      }
    }
    if (judged == 0) {
      return Seen.nothing(
          Robust.known(sent).length == 0 ? Reason.NO_REPORTED_VALUES : Reason.TOO_FEW_READINGS);
    }
    List<Instant> when = ScreenView.starts(hours, i -> same[i]);
    return Seen.of(when.size(), "n = #(C_zs = C_sn, |(21 - O2_s) / (21 - O2) - 1| > d)")
        .with("O2_s", "基准氧含量", "reference oxygen content", reference, "%")
        .with("d", "折算系数偏离 1 的下限", "how far the factor is from 1", view.parameter("differs"), "%")
        .with("N", "可比较的小时数", "hours that can be compared", judged, "h")
        .gives(
            "n",
            "折算值等于实测值的小时数",
            "hours whose converted value is the measured one",
            "n",
            when.size(),
            "h")
        .from(judged)
        .duringHours(when);
  }
}
