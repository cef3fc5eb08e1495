package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tijian.analytics.finding.DriftPoint;
import org.tijian.analytics.finding.DriftPoint.Level;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Stretch;

/** Calibration factors (screen 10): how much span adjustments changed the slope. */
final class FactorScreens {
  private static final double PERCENT = 100;

  private FactorScreens() {}

  static List<ScreenCheck> all() {
    Set<Reason> reasons = Set.of(Reason.CALIBRATION_NOT_FLAGGED, Reason.NO_SPAN_GAS);
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-factor-single", "<=", "", Set.of("f", "n"), reasons, view -> look(view, false)),
        ScreenCheck.ofInstrument(
            "screen-factor-sum", "<=", "", Set.of("f", "n"), reasons, view -> look(view, true)));
  }

  private static Seen look(ScreenView view, boolean summed) {
    if (view.instrument().spanGas() == null) {
      return Seen.nothing(Reason.NO_SPAN_GAS);
    }
    List<DriftPoint> spans =
        view.material().driftPoints(view.instrument()).stream()
            .filter(point -> point.level() == Level.SPAN && point.before() > 0)
            .toList();
    if (spans.isEmpty()) {
      return Seen.nothing(Reason.CALIBRATION_NOT_FLAGGED);
    }
    double product = 1;
    double worst = 1;
    Instant at = spans.get(0).at();
    List<Instant> adjusted = new ArrayList<>();
    for (DriftPoint point : spans) {
      double factor = point.after() / point.before();
      product = summed ? product * factor : factor;
      if (Math.abs(product - 1) > Math.abs(worst - 1)) {
        worst = product;
        at = point.at();
      }
      if (factor != 1) {
        adjusted.add(point.at());
      }
    }
    double found = Math.abs(worst - 1) * PERCENT;
    return Seen.of(
            found,
            summed
                ? "d = max|f_1 × … × f_i - 1| × 100, f = x_2 / x_1"
                : "d = max|f - 1| × 100, f = x_2 / x_1")
        .with(
            "f",
            summed ? "累计系数" : "单次系数",
            summed ? "factors multiplied" : "factor of one adjustment",
            worst,
            "1")
        .with("N", "量程检查次数", "span checks", spans.size(), "次")
        .with("n", "其中调整过的次数", "of them with an adjustment", adjusted.size(), "次")
        .gives("d", "斜率变化", "change of slope", "|%s - 1| × 100".formatted(shown(worst)), found, "%")
        .from(spans.size())
        .at(at)
        .during(found > view.threshold() ? Stretch.ofMinutes(adjusted) : List.of());
  }
}
