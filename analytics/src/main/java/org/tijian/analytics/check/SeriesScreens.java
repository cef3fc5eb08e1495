package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.PlantData.Peers;
import org.tijian.analytics.statistic.Robust;

/** The series as a whole (screens 13 and 21): against its past and its peers. */
final class SeriesScreens {
  private static final int[] WINDOWS = {3, 7};

  private SeriesScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-jump",
            "<=",
            "days least-days class",
            Set.of("m", "m0", "sigma"),
            Set.of(),
            SeriesScreens::jump),
        ScreenCheck.ofInstrument(
            "screen-peers",
            "<=",
            "hours",
            Set.of("m", "p5", "p95", "N"),
            Set.of(Reason.NO_PEERS),
            SeriesScreens::peers));
  }

  /** The last days against the days before, in robust deviations of the days; two windows agree. */
  private static Seen jump(ScreenView view) {
    int days = view.count("days");
    List<HourDigest> hours = view.hours(days);
    double[] means = view.means(hours);
    Optional<Load> load = view.load(days);
    if (load.isPresent()) {
      keepLoad(means, load.get().share(), view.parameter("class"));
    }
    double[] daily = daily(hours, means);
    if (daily.length < view.parameter("least-days") + WINDOWS[1]) {
      return SignalScreens.tooFew(daily.length);
    }
    double digit = ScreenView.digit(hours);
    double found = Double.POSITIVE_INFINITY;
    double now = Double.NaN;
    double past = Double.NaN;
    double sigma = Double.NaN;
    for (int window : WINDOWS) {
      double[] before = SignalScreens.slice(daily, 0, daily.length - window);
      double here = Robust.median(SignalScreens.slice(daily, daily.length - window, window));
      double spread = Math.max(Robust.sigma(before), digit);
      double off = Math.abs(here - Robust.median(before)) / spread;
      if (off < found) {
        found = off;
        now = here;
        past = Robust.median(before);
        sigma = spread;
      }
    }
    return Seen.of(found, "d = min(|m - m_0| / σ), σ = 1.4826 × MAD")
        .with("m", "最近几天的中位数", "median of the last days", now, view.unit())
        .with("m0", "此前各日的中位数", "median of the days before", past, view.unit())
        .with("sigma", "此前各日的稳健标准差", "robust deviation of the days before", sigma, view.unit())
        .gives(
            "d",
            "偏离（近 3 天与近 7 天取小）",
            "how far off (the smaller of 3 and 7 days)",
            "|%s - %s| / %s".formatted(shown(now), shown(past), shown(sigma)),
            found,
            "σ")
        .from(daily.length)
        .at(hours.get(Math.max(0, hours.size() - 1)).start());
  }

  /** Leaves only the hours whose load is about that of the last week. */
  private static void keepLoad(double[] means, double[] share, double width) {
    int last = Math.min(share.length, WINDOWS[1] * 24);
    double now = Robust.median(SignalScreens.slice(share, share.length - last, last));
    for (int i = 0; i < means.length; i++) {
      if (Math.abs(share[i] - now) > width) {
        means[i] = Double.NaN;
      }
    }
  }

  /** Medians of the Beijing days that have six valid hours or more. */
  private static double[] daily(List<HourDigest> hours, double[] means) {
    List<Double> daily = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= means.length; i++) {
      boolean ends =
          i == means.length
              || !BeijingTime.dateOf(hours.get(i).start())
                  .equals(BeijingTime.dateOf(hours.get(from).start()));
      if (ends) {
        double[] day = Robust.known(SignalScreens.slice(means, from, i - from));
        if (day.length >= 6) {
          daily.add(Robust.median(day));
        }
        from = i;
      }
    }
    return daily.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Where the own median lies between the 5th and the 95th percentile of the peers' medians. */
  private static Seen peers(ScreenView view) {
    Peers peers = view.plant().peers().get(view.instrument().factor());
    if (peers == null || !(peers.p5() < peers.p95())) {
      return Seen.nothing(Reason.NO_PEERS);
    }
    double[] means = Robust.known(view.means(view.hours()));
    if (means.length < view.parameter("hours")) {
      return SignalScreens.tooFew(means.length);
    }
    double m = Robust.median(means);
    double middle = (peers.p5() + peers.p95()) / 2;
    double half = (peers.p95() - peers.p5()) / 2;
    double found = Math.abs(m - middle) / half;
    return Seen.of(found, "q = |m - (P5 + P95) / 2| / ((P95 - P5) / 2)")
        .with("m", "本排放口小时均值的中位数", "own median of the hourly means", m, view.unit())
        .with("p5", "同类排放口的第 5 百分位", "5th percentile of the peers", peers.p5(), view.unit())
        .with("p95", "同类排放口的第 95 百分位", "95th percentile of the peers", peers.p95(), view.unit())
        .with("N", "同类排放口数", "peers", peers.outlets(), "个")
        .gives(
            "q",
            "离区间中点的距离与半宽之比",
            "distance from the middle over half the width",
            "|%s - %s| / %s".formatted(shown(m), shown(middle), shown(half)),
            found,
            "1")
        .from(means.length);
  }
}
