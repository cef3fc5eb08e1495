package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.statistic.Robust;

/** Oxygen (screens 5 and 6): what dilutes a sample or a duct raises it. */
final class OxygenScreens {
  private OxygenScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-oxygen-high",
            "<=",
            "days window hours class margin load-steady",
            Set.of("P90", "O2"),
            Set.of(Reason.NO_LOAD),
            HighOxygenScreen::look),
        ScreenCheck.ofInstrument(
            "screen-oxygen-air",
            "<=",
            "at-least at-most load-above",
            Set.of("P"),
            Set.of(Reason.NO_LOAD),
            OxygenScreens::air),
        ScreenCheck.ofInstrument(
            "screen-not-converted",
            "<=",
            "differs",
            Set.of("n", "N"),
            Set.of(Reason.NO_REFERENCE_OXYGEN, Reason.NO_OXYGEN, Reason.NO_REPORTED_VALUES),
            NotConvertedScreen::look),
        ScreenCheck.ofInstrument(
            "screen-excess-air",
            "<=",
            "hours",
            Set.of("O2", "O2_f", "alpha"),
            Set.of(Reason.NO_SIGNAL),
            OxygenScreens::excessAir));
  }

  private static Seen air(ScreenView view) {
    List<HourDigest> hours = view.hours();
    double[] oxygen = view.means(hours);
    if (Robust.known(oxygen).length == 0) {
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
            i ->
                oxygen[i] >= view.parameter("at-least")
                    && oxygen[i] <= view.parameter("at-most")
                    && share[i] > view.parameter("load-above"));
    return Seen.of(when.size(), "n = #(O2 ≈ 空气 / air, P > P_min)")
        .with("P", "要求的最低负荷", "load from which it counts", view.parameter("load-above"), "%")
        .with(
            "O2_min",
            "视为空气的氧含量下限",
            "oxygen that counts as air, from",
            view.parameter("at-least"),
            "%")
        .gives("n", "小时数", "hours", "n", when.size(), "h")
        .from(Robust.known(oxygen).length)
        .duringHours(when);
  }

  private static Seen excessAir(ScreenView view) {
    Optional<String> signal = view.plant().signal(Signal.FURNACE_OXYGEN);
    if (signal.isEmpty()) {
      return Seen.nothing(Reason.NO_SIGNAL);
    }
    double[] stack = view.means(view.hours());
    double[] furnace = view.means(signal.get());
    double[] differences =
        IntStream.range(0, stack.length).mapToDouble(i -> stack[i] - furnace[i]).toArray();
    int known = Robust.known(differences).length;
    if (known < view.parameter("hours")) {
      return SignalScreens.tooFew(known);
    }
    double found = Robust.median(differences);
    double o2 = Robust.median(stack);
    return Seen.of(found, "d = median(O2 - O2_f)")
        .with("O2", "烟囱氧含量中位数", "median of oxygen in the stack", o2, "%")
        .with(
            "O2_f",
            "炉膛出口氧含量中位数",
            "median of oxygen at the furnace exit",
            Robust.median(furnace),
            "%")
        .gives(
            "d",
            "差值的中位数",
            "median of the differences",
            "median(d_1 … d_%d)".formatted(known),
            found,
            "%")
        .gives(
            "alpha",
            "烟囱处过量空气系数 21 / (21 - O2)",
            "excess air in the stack, 21 / (21 - O2)",
            "21 / (21 - %s)".formatted(shown(o2)),
            ScreenView.AIR / (ScreenView.AIR - o2),
            "1")
        .from(known);
  }
}
