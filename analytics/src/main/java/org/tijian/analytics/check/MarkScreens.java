package org.tijian.analytics.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.statistic.Shares;

/** Marks (screens 14, 15 and 16): do they say what the readings say? */
final class MarkScreens {
  private static final int HALF_AN_HOUR = 30;

  private MarkScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofOutlet(
            "screen-stopped-running",
            "<",
            "velocity-above oxygen-below",
            Set.of("H"),
            Set.of(Reason.NO_OXYGEN),
            MarkScreens::stopped),
        ScreenCheck.ofInstrument(
            "screen-unmarked-gap",
            "<=",
            "marked-minutes load-above",
            Set.of(),
            Set.of(Reason.NO_LOAD),
            MarkScreens::gap),
        ScreenCheck.ofInstrument(
            "screen-marks-share", "<=", "minutes", Set.of("n", "N"), Set.of(), MarkScreens::share));
  }

  /** Hours marked as stopped in which gas moved and was burnt. */
  private static Seen stopped(ScreenView view) {
    List<HourDigest> velocity = view.material().hours(ScreenView.VELOCITY);
    List<HourDigest> oxygen = view.material().hours(ScreenView.OXYGEN);
    if (velocity.stream().allMatch(hour -> hour.present() == 0)) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    if (oxygen.stream().allMatch(hour -> hour.present() == 0)) {
      return Seen.nothing(Reason.NO_OXYGEN);
    }
    List<Instant> when =
        ScreenView.starts(
            velocity,
            i ->
                isStopped(velocity.get(i))
                    && velocity.get(i).stoppedMean() > view.parameter("velocity-above")
                    && oxygen.get(i).stoppedMean() < view.parameter("oxygen-below"));
    int stopped = (int) velocity.stream().filter(MarkScreens::isStopped).count();
    return Seen.of(when.size(), "n = #(F, v > v_0, O2 < O2_0)")
        .with("v0", "流速下限", "velocity above", view.parameter("velocity-above"), "m/s")
        .with("O20", "氧含量上限", "oxygen below", view.parameter("oxygen-below"), "%")
        .with("H", "标记停运的小时数", "hours marked as stopped", stopped, "h")
        .gives("n", "其中仍像在运行的小时数", "of them as if running", "n", when.size(), "h")
        .from(stopped)
        .duringHours(when);
  }

  private static boolean isStopped(HourDigest hour) {
    return hour.marked(DataFlag.STOPPED) >= HALF_AN_HOUR;
  }

  /** Hours at load with neither valid data nor a mark that says why. */
  private static Seen gap(ScreenView view) {
    List<HourDigest> hours = view.hours();
    if (hours.stream().allMatch(hour -> hour.present() == 0)) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    Optional<Load> load = view.load();
    if (load.isEmpty()) {
      return Seen.nothing(Reason.NO_LOAD);
    }
    double[] share = load.get().share();
    List<Instant> when =
        ScreenView.starts(
            hours,
            i -> {
              HourDigest hour = hours.get(i);
              int marked = hour.present() - hour.marked(DataFlag.NORMAL);
              return hour.isWhole()
                  && share[i] > view.parameter("load-above")
                  && hour.valid() < view.validMinutes()
                  && marked < view.parameter("marked-minutes");
            });
    int running =
        (int)
            IntStream.range(0, share.length)
                .filter(i -> share[i] > view.parameter("load-above"))
                .count();
    return Seen.of(when.size(), "n = #(P > P_0, m < m_0, 无标记 / no mark)")
        .with("P0", "负荷下限", "load above", view.parameter("load-above"), "%")
        .with("m0", "有效小时所需分钟数", "minutes of a valid hour", view.validMinutes(), "min")
        .with("H", "有负荷的小时数", "hours at load", running, "h")
        .gives("n", "无有效数据也无标记的小时数", "hours without data and without a mark", "n", when.size(), "h")
        .from(running)
        .duringHours(when);
  }

  private static Seen share(ScreenView view) {
    List<HourDigest> hours = view.hours();
    int marked = 0;
    int present = 0;
    for (HourDigest hour : hours) {
      marked += hour.marked(DataFlag.MAINTENANCE) + hour.marked(DataFlag.FAULT);
      present += hour.present() - hour.marked(DataFlag.STOPPED);
    }
    if (present < view.parameter("minutes")) {
      return SignalScreens.tooFew(present);
    }
    double share = Shares.percent(marked, present);
    return Seen.of(share, "p = n / N × 100")
        .with("n", "维护、故障标记的分钟数", "minutes marked as maintenance or fault", marked, "min")
        .with("N", "未停运的分钟数", "minutes not marked as stopped", present, "min")
        .gives("p", "占比", "share", "%d / %d × 100".formatted(marked, present), share, "%")
        .from(present)
        .duringHours(
            share > view.threshold()
                ? ScreenView.starts(
                    hours,
                    i ->
                        hours.get(i).marked(DataFlag.MAINTENANCE)
                                + hours.get(i).marked(DataFlag.FAULT)
                            > 0)
                : List.of());
  }
}
