package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.site.PlantData.Signal;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Shares;

/** Section, field factor and units (screen 12): is the waste-gas flow about what it should be? */
final class FlowScreens {
  private static final double KELVIN = 273;
  private static final double SECONDS = 3600;

  private FlowScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-flow-fuel",
            "<=",
            "hours",
            Set.of("r"),
            Set.of(Reason.NO_SIGNAL),
            FlowScreens::fuel),
        ScreenCheck.ofInstrument(
            "screen-flow-section",
            "<=",
            "hours",
            Set.of("r", "F", "K_v"),
            Set.of(Reason.NO_SECTION),
            FlowScreens::section));
  }

  /** Flow against what the fuel gives. */
  private static Seen fuel(ScreenView view) {
    Optional<String> signal = view.plant().signal(Signal.FUEL);
    Double gas = view.plant().gasPerFuel();
    if (signal.isEmpty() || gas == null) {
      return Seen.nothing(Reason.NO_SIGNAL);
    }
    double[] flow = view.means(view.hours());
    double[] fuel = view.means(signal.get());
    double[] ratios =
        IntStream.range(0, flow.length)
            .mapToDouble(i -> fuel[i] > 0 ? flow[i] * SECONDS / (fuel[i] * gas) : Double.NaN)
            .toArray();
    return flow(view, ratios, "r = median(Q × 3600 / (B × V))")
        .with("V", "单位燃料干烟气量", "flue gas of a unit of fuel", gas, "m3");
  }

  /**
   * Flow against velocity, cross section and field factor: as the duct has it, and at standard
   * temperature. The nearer one counts, for it is not known which of them is reported.
   */
  private static Seen section(ScreenView view) {
    Double area = view.plant().sectionArea();
    Double factor = view.plant().fieldFactor();
    if (area == null) {
      return Seen.nothing(Reason.NO_SECTION);
    }
    double k = factor == null ? 1 : factor;
    double[] flow = view.means(view.hours());
    double[] velocity = view.means(ScreenView.VELOCITY);
    double[] temperature = view.means(ScreenView.TEMPERATURE);
    double[] duct =
        IntStream.range(0, flow.length)
            .mapToDouble(i -> velocity[i] > 0 ? flow[i] / (velocity[i] * area * k) : Double.NaN)
            .toArray();
    double[] standard =
        IntStream.range(0, flow.length)
            .mapToDouble(i -> duct[i] * (KELVIN + temperature[i]) / KELVIN)
            .toArray();
    double off = Math.abs(Robust.median(duct) - 1);
    double offStandard = Math.abs(Robust.median(standard) - 1);
    return flow(view, offStandard < off ? standard : duct, "r = median(Q / (v × F × K_v))")
        .with("F", "烟道截面积", "cross section of the duct", area, "m2")
        .with("K_v", "速度场系数", "field factor", k, "1");
  }

  private static Seen flow(ScreenView view, double[] ratios, String formula) {
    int known = Robust.known(ratios).length;
    if (known < view.parameter("hours")) {
      return SignalScreens.tooFew(known);
    }
    double r = Robust.median(ratios);
    double off = Shares.offPercent(r, 1);
    return Seen.of(off, formula + ", d = |r - 1| × 100")
        .with("r", "流量与估算值之比的中位数", "median of flow over what is expected", r, "1")
        .gives("d", "偏离", "how far off", "|%s - 1| × 100".formatted(shown(r)), off, "%")
        .from(known);
  }
}
