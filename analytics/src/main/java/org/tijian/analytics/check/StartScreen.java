package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.statistic.Robust;

/**
 * Start-ups (screen 20): how high a value rises above its usual level in the first hours after a
 * stop, the last time against the times before.
 */
final class StartScreen {
  private static final int HALF_AN_HOUR = 30;
  private static final double PERCENT = 100;

  private StartScreen() {}

  /** One start-up: its first hour, and how far above the usual level it went. */
  private record Start(HourDigest first, double hump) {}

  static Seen look(ScreenView view) {
    List<HourDigest> hours = view.hours(view.count("days"));
    double[] means = view.means(hours);
    if (Robust.known(means).length == 0) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    double usual = Robust.median(means);
    List<Start> starts = starts(view, hours, usual);
    if (starts.size() < view.parameter("starts")) {
      return Seen.nothing(Reason.TOO_FEW_EVENTS);
    }
    Start last = starts.get(starts.size() - 1);
    double own =
        Robust.median(
            starts.subList(0, starts.size() - 1).stream().mapToDouble(Start::hump).toArray());
    if (!(own > view.parameter("digits") * ScreenView.digit(hours))) {
      return Seen.nothing(Reason.BELOW_RESOLUTION);
    }
    double share = Math.max(0, last.hump()) / own * PERCENT;
    return Seen.of(share, "p = h / h_0 × 100, h = max(x) - median(x)")
        .with("m", "平时水平", "usual level", usual, view.unit())
        .with("h0", "以往启动升幅的中位数", "median rise of earlier start-ups", own, view.unit())
        .with("h", "最近一次启动的升幅", "rise of the newest start-up", last.hump(), view.unit())
        .with("N", "启动次数", "start-ups", starts.size(), "次")
        .gives(
            "p",
            "占比",
            "share",
            "%s / %s × 100".formatted(shown(last.hump()), shown(own)),
            share,
            "%")
        .from(starts.size())
        .duringHours(List.of(last.first().start()));
  }

  private static List<Start> starts(ScreenView view, List<HourDigest> hours, double usual) {
    List<Start> starts = new ArrayList<>();
    int stopped = 0;
    for (int i = 0; i < hours.size(); i++) {
      if (hours.get(i).marked(DataFlag.STOPPED) >= HALF_AN_HOUR) {
        stopped++;
        continue;
      }
      if (stopped >= view.parameter("stopped")) {
        double peak = peak(hours, i, Math.min(hours.size(), i + view.count("hours")));
        if (!Double.isNaN(peak)) {
          starts.add(new Start(hours.get(i), peak - usual));
        }
      }
      stopped = 0;
    }
    return starts;
  }

  private static double peak(List<HourDigest> hours, int from, int until) {
    double peak = Double.NaN;
    for (HourDigest hour : hours.subList(from, until)) {
      double maximum = hour.values().maximum();
      peak = hour.valid() > 0 && !(maximum <= peak) ? maximum : peak;
    }
    return peak;
  }
}
