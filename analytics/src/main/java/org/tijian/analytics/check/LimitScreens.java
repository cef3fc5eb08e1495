package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.statistic.LimitDensity;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Shares;

/**
 * The limit of the permit (screens 3 and 16): values that crowd below it, marks that follow peaks.
 */
final class LimitScreens {
  private LimitScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-limit-density",
            "<=",
            "hours",
            Set.of("a", "b", "L"),
            Set.of(Reason.NO_PERMIT_LIMIT),
            LimitScreens::density),
        ScreenCheck.ofInstrument(
            "screen-marks-after-peaks",
            "<=",
            "marks",
            Set.of("n", "N"),
            Set.of(Reason.NO_PERMIT_LIMIT, Reason.TOO_FEW_EVENTS),
            LimitScreens::marks));
  }

  private static Seen density(ScreenView view) {
    Double limit = view.instrument().permitLimit();
    if (limit == null) {
      return Seen.nothing(Reason.NO_PERMIT_LIMIT);
    }
    List<HourDigest> hours = view.hours();
    double[] values = view.converted(view.means(hours));
    LimitDensity density = LimitDensity.of(values, limit);
    if (density.n() < view.parameter("hours")) {
      return SignalScreens.tooFew(density.n());
    }
    return Seen.of(density.ratio(), "q = a / max(b, 1)")
        .with("L", "许可排放限值", "limit of the permit", limit, view.unit())
        .with("a", "限值 90%–100% 之间的小时数", "hours between 90 and 100 % of it", density.below(), "h")
        .with("b", "限值 100%–110% 之间的小时数", "hours between 100 and 110 % of it", density.above(), "h")
        .with("a95", "限值 95%–100% 之间的小时数", "hours between 95 and 100 % of it", density.close(), "h")
        .gives(
            "q",
            "限值两侧的小时数之比",
            "hours below over hours above",
            "%d / max(%d, 1)".formatted(density.below(), density.above()),
            density.ratio(),
            "1")
        .gives("z", "标准化差值", "standardised difference", "(a - b) / √(a + b)", density.z(), "1")
        .from(density.n());
  }

  /** Marks of maintenance or fault that begin in an hour above the limit or in the one after it. */
  private static Seen marks(ScreenView view) {
    Double limit = view.instrument().permitLimit();
    if (limit == null) {
      return Seen.nothing(Reason.NO_PERMIT_LIMIT);
    }
    List<HourDigest> hours = view.hours();
    double[] peaks =
        view.converted(hours.stream().mapToDouble(h -> h.values().maximum()).toArray());
    if (Robust.known(peaks).length == 0) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    List<Instant> begun = ScreenView.starts(hours, i -> marked(hours, i) && !marked(hours, i - 1));
    List<Instant> after =
        ScreenView.starts(
            hours,
            i ->
                marked(hours, i)
                    && !marked(hours, i - 1)
                    && (peaks[i] > limit || i > 0 && peaks[i - 1] > limit));
    if (begun.size() < view.parameter("marks")) {
      return Seen.nothing(Reason.TOO_FEW_EVENTS);
    }
    double share = Shares.percent(after.size(), begun.size());
    return Seen.of(share, "p = n / N × 100")
        .with(
            "n",
            "紧随超过许可限值之后开始的标记数",
            "marks that begin after values above the limit",
            after.size(),
            "次")
        .with("N", "维护、故障标记的开始次数", "beginnings of maintenance or fault marks", begun.size(), "次")
        .gives(
            "p", "占比", "share", "%d / %d × 100".formatted(after.size(), begun.size()), share, "%")
        .from(begun.size())
        .duringHours(share > view.threshold() ? after : List.of());
  }

  private static boolean marked(List<HourDigest> hours, int i) {
    return i >= 0
        && hours.get(i).marked(DataFlag.MAINTENANCE) + hours.get(i).marked(DataFlag.FAULT) > 0;
  }
}
