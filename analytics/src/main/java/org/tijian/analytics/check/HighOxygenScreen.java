package org.tijian.analytics.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Runs;

/** High oxygen (screen 5): the last week against the own past at the same load. */
final class HighOxygenScreen {
  private static final double P90 = 0.9;

  private HighOxygenScreen() {}

  /**
   * Hours that follow each other with more oxygen than 90 of 100 earlier hours at the same load.
   */
  static Seen look(ScreenView view) {
    int days = view.count("days");
    List<HourDigest> hours = view.hours(days);
    double[] oxygen = view.means(hours);
    int recent = Math.max(0, oxygen.length - view.count("window"));
    if (Robust.known(SignalScreens.slice(oxygen, 0, recent)).length < view.parameter("hours")) {
      return SignalScreens.tooFew(Robust.known(oxygen).length);
    }
    Optional<Load> load = view.load(days);
    if (load.isEmpty()) {
      return Seen.nothing(Reason.NO_LOAD);
    }
    double[] share = load.get().share();
    double[] bound = new double[oxygen.length];
    boolean[] above = new boolean[oxygen.length];
    double width = view.parameter("class");
    double least = view.parameter("hours") / 4;
    double moves = view.parameter("load-steady");
    double margin = view.parameter("margin");
    for (int i = recent; i < oxygen.length; i++) {
      double[] same = atLoad(oxygen, share, recent, share[i], width);
      // A load that was hardly ever seen has no past to be compared with.
      bound[i] =
          Robust.known(same).length < least ? Double.POSITIVE_INFINITY : Robust.quantile(same, P90);
      boolean steady = i > 0 && Math.abs(share[i] - share[i - 1]) <= moves;
      above[i] = steady && oxygen[i] > bound[i] + margin;
    }
    Runs.Run run = Runs.longest(above);
    int place = run.length() > 0 ? run.start() : oxygen.length - 1;
    return Seen.of(run.length(), "t = max(t_i: O2 > P90 + d)")
        .with(
            "P90", "同负荷段历史第 90 百分位", "90th percentile of the past at that load", bound[place], "%")
        .with("O2", "该时段首小时氧含量", "oxygen in the first hour of it", oxygen[place], "%")
        .with("d", "裕量", "margin", margin, "%")
        .gives("t", "连续偏高的小时数", "hours that follow each other", "max(t_i)", run.length(), "h")
        .from(Robust.known(oxygen).length)
        .duringHours(
            ScreenView.starts(
                hours, i -> above[i] && i >= run.start() && i < run.start() + run.length()));
  }

  private static double[] atLoad(
      double[] oxygen, double[] share, int until, double load, double width) {
    double[] same = new double[until];
    int n = 0;
    for (int i = 0; i < until; i++) {
      if (Math.abs(share[i] - load) <= width) {
        same[n++] = oxygen[i];
      }
    }
    return Arrays.copyOf(same, n);
  }
}
