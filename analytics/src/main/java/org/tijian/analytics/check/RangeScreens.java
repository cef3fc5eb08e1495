package org.tijian.analytics.check;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.statistic.Shares;

/** The ends of the range (screen 4): how often the instrument stands there. */
final class RangeScreens {
  private RangeScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-range-top", "<=", "minutes", Set.of("n"), Set.of(), RangeScreens::top),
        ScreenCheck.ofInstrument(
            "screen-range-bottom", "<=", "minutes", Set.of("n"), Set.of(), RangeScreens::bottom));
  }

  private static Seen top(ScreenView view) {
    long above = view.hours().stream().mapToLong(h -> h.marked(DataFlag.ABOVE_RANGE)).sum();
    long top = view.hours().stream().mapToLong(hour -> hour.values().atTop()).sum();
    return end(view, top + above, above, h -> h.values().atTop() + h.marked(DataFlag.ABOVE_RANGE));
  }

  private static Seen bottom(ScreenView view) {
    long bottom = view.hours().stream().mapToLong(hour -> hour.values().atOrBelowZero()).sum();
    return end(view, bottom, 0, hour -> hour.values().atOrBelowZero());
  }

  private static Seen end(ScreenView view, long at, long more, ToIntFunction<HourDigest> count) {
    List<HourDigest> hours = view.hours();
    long all = hours.stream().mapToLong(HourDigest::valid).sum() + more;
    if (all < view.parameter("minutes")) {
      return SignalScreens.tooFew((int) all);
    }
    double share = Shares.percent(at, all);
    return Seen.of(share, "p = n / N × 100")
        .with("n", "处于该端的分钟数", "minutes at this end", at, "min")
        .with("N", "有效分钟数", "valid minutes", all, "min")
        .gives("p", "占比", "share", "%d / %d × 100".formatted(at, all), share, "%")
        .from((int) all)
        .duringHours(
            share > view.threshold()
                ? ScreenView.starts(hours, i -> count.applyAsInt(hours.get(i)) > 0)
                : List.of());
  }
}
