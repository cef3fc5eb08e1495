package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.PlantData.Band;
import org.tijian.analytics.statistic.RankCorrelation;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Runs;
import org.tijian.analytics.statistic.Wander;

/** The process (screens 7 and 8): do readings go with what the plant does? */
final class ProcessScreens {
  private ProcessScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-temperature",
            "<=",
            "",
            Set.of("T_low", "T_high"),
            Set.of(Reason.NO_BAND),
            ProcessScreens::temperature),
        ScreenCheck.ofInstrument(
            "screen-decoupled",
            "<=",
            "days window pairs load-varies",
            Set.of("rho0", "rho"),
            Set.of(Reason.NO_LOAD, Reason.NO_FLOW, Reason.LOAD_STEADY),
            ProcessScreens::decoupled));
  }

  /** The longest stay outside the plant's own band. */
  private static Seen temperature(ScreenView view) {
    Band band = view.plant().bands().get(view.instrument().factor());
    if (band == null) {
      return Seen.nothing(Reason.NO_BAND);
    }
    List<HourDigest> hours = view.hours();
    double[] means = view.means(hours);
    if (Robust.known(means).length == 0) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    boolean[] outside = new boolean[means.length];
    for (int i = 0; i < means.length; i++) {
      outside[i] = means[i] < band.low() || means[i] > band.high();
    }
    Runs.Run run = Runs.longest(outside);
    return Seen.of(run.length(), "t = max(t_i: T < T_low 或 / or T > T_high)")
        .with("T_low", "正常下限", "lowest in normal operation", band.low(), view.unit())
        .with("T_high", "正常上限", "highest in normal operation", band.high(), view.unit())
        .gives("t", "连续超出的小时数", "hours outside, one after the other", "max(t_i)", run.length(), "h")
        .from(Robust.known(means).length)
        .duringHours(
            ScreenView.starts(
                hours, i -> outside[i] && i >= run.start() && i < run.start() + run.length()));
  }

  /** How much the rank correlation of mass flow with load fell, at the worst window. */
  private static Seen decoupled(ScreenView view) {
    int days = view.count("days");
    List<HourDigest> hours = view.hours(days);
    double[] mass = view.means(hours);
    if (Robust.known(mass).length < 2 * view.parameter("pairs")) {
      return SignalScreens.tooFew(Robust.known(mass).length);
    }
    Optional<Load> load = view.load(days).filter(Load::isDirect);
    if (load.isEmpty()) {
      return Seen.nothing(Reason.NO_LOAD);
    }
    double[] flow = view.means(ScreenView.FLOW, days);
    if (Robust.known(flow).length == 0) {
      return Seen.nothing(Reason.NO_FLOW);
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] *= flow[i];
    }
    return decoupled(view, hours, mass, load.get().value());
  }

  private static Seen decoupled(
      ScreenView view, List<HourDigest> hours, double[] mass, double[] load) {
    int window = view.count("window");
    double worst = Double.NEGATIVE_INFINITY;
    double before = 0;
    double now = 0;
    int at = -1;
    for (int end = mass.length; end - window >= window; end -= window / 2) {
      int from = end - window;
      double[] part = SignalScreens.slice(load, from, window);
      double rho = RankCorrelation.spearman(SignalScreens.slice(mass, from, window), part);
      double past = RankCorrelation.spearman(Arrays.copyOf(mass, from), Arrays.copyOf(load, from));
      boolean telling =
          Wander.variation(part) >= view.parameter("load-varies")
              && pairs(mass, load, from, end) >= view.parameter("pairs")
              && pairs(mass, load, 0, from) >= view.parameter("pairs");
      double drop = Math.abs(past) - Math.abs(rho);
      if (telling && drop > worst) {
        worst = drop;
        before = past;
        now = rho;
        at = from;
      }
    }
    if (at < 0) {
      return Seen.nothing(Reason.LOAD_STEADY);
    }
    return Seen.of(worst, "d = |ρ_0| - |ρ|, ρ = Spearman(C × Q, P)")
        .with("rho0", "此前的秩相关系数", "rank correlation before", before, "1")
        .with("rho", "该时段的秩相关系数", "rank correlation in the window", now, "1")
        .gives("d", "下降幅度", "drop", "|%s| - |%s|".formatted(shown(before), shown(now)), worst, "1")
        .from(Robust.known(mass).length)
        .duringHours(hours.subList(at, at + window).stream().map(HourDigest::start).toList());
  }

  private static long pairs(double[] x, double[] y, int from, int until) {
    return IntStream.range(from, until)
        .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
        .count();
  }
}
