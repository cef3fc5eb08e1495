package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.statistic.ChangePoint;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Shares;

/**
 * Step after a calibration (screen 9): the hours before and after it, put together, change their
 * level there and nowhere else, by more than the outlet's levels usually change, at a load that
 * stayed.
 */
final class StepScreen {
  private final ScreenView view;
  private final List<HourDigest> hours;
  private final double[] means;
  private final int side;
  private final double noise;
  private final double @Nullable [] load;

  private record Step(int at, double before, double after, double percent) {}

  private StepScreen(ScreenView view) {
    this.view = view;
    this.hours = view.hours();
    this.means = view.means(hours);
    this.side = view.count("hours");
    this.noise = Robust.sigma(shifts());
    Optional<Load> known = view.load();
    this.load = known.map(Load::share).orElse(null);
  }

  static Seen look(ScreenView view) {
    StepScreen screen = new StepScreen(view);
    if (Robust.known(screen.means).length == 0) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    return screen.seen();
  }

  private Seen seen() {
    int judged = 0;
    Step worst = new Step(0, Double.NaN, Double.NaN, 0);
    List<Instant> steps = new ArrayList<>();
    boolean any = false;
    for (int i = 0; i < hours.size(); i++) {
      boolean begins = calibrated(i) && !calibrated(i - 1);
      any |= begins;
      Optional<Step> step = begins ? step(i) : Optional.empty();
      if (step.isPresent()) {
        judged++;
        Step here = step.get();
        if (here.percent() > view.threshold()) {
          steps.add(hours.get(here.at()).start());
        }
        worst = judged == 1 || here.percent() > worst.percent() ? here : worst;
      }
    }
    if (judged == 0) {
      return Seen.nothing(any ? Reason.TOO_FEW_READINGS : Reason.CALIBRATION_NOT_FLAGGED);
    }
    return Seen.of(worst.percent(), "d = |x_2 - x_1| / |x_1| × 100")
        .with("x1", "校准前水平（中位数）", "level before (median)", worst.before(), view.unit())
        .with("x2", "校准后水平（中位数）", "level after (median)", worst.after(), view.unit())
        .with(
            "sigma",
            "该信号水平变化的稳健标准差",
            "robust deviation of the signal's usual changes",
            noise,
            view.unit())
        .with("N", "可比较的校准次数", "calibrations that can be compared", judged, "次")
        .gives(
            "d",
            "水平变化",
            "change of level",
            "|%s - %s| / |%s| × 100"
                .formatted(shown(worst.after()), shown(worst.before()), shown(worst.before())),
            worst.percent(),
            "%")
        .from(judged)
        .at(hours.get(worst.at()).start())
        .duringHours(steps);
  }

  /** The change at a calibration; empty where its sides cannot be compared. */
  private Optional<Step> step(int calibration) {
    int[] before = valid(calibration - 1, -1);
    int[] after = valid(calibration + 1, 1);
    if (before.length < side || after.length < side) {
      return Optional.empty();
    }
    double[] both = new double[2 * side];
    double loadBefore = 0;
    double loadAfter = 0;
    for (int i = 0; i < side; i++) {
      both[side - 1 - i] = means[before[i]];
      both[side + i] = means[after[i]];
      loadBefore += load == null ? 0 : load[before[i]] / side;
      loadAfter += load == null ? 0 : load[after[i]] / side;
    }
    if (Math.abs(loadAfter - loadBefore) > view.parameter("load-steady")) {
      return Optional.empty();
    }
    ChangePoint change = ChangePoint.of(both);
    boolean here = Math.abs(change.at() - side) <= 1;
    boolean beyondNoise = Math.abs(change.shift()) > view.parameter("sigmas") * noise;
    double percent = Shares.offPercent(change.after(), change.before());
    return Optional.of(
        new Step(
            calibration,
            change.before(),
            change.after(),
            here && beyondNoise && !Double.isNaN(percent) ? percent : 0));
  }

  /** The nearest valid hours on one side, nearest first, and not further than two days away. */
  private int[] valid(int from, int direction) {
    int[] places = new int[side];
    int n = 0;
    for (int i = from;
        n < side && Math.abs(i - from) < 48 && i >= 0 && i < means.length;
        i += direction) {
      if (!Double.isNaN(means[i]) && !calibrated(i)) {
        places[n++] = i;
      }
    }
    return java.util.Arrays.copyOf(places, n);
  }

  /** Changes of level between neighbouring stretches everywhere in the span. */
  private double[] shifts() {
    double[] shifts = new double[Math.max(0, means.length / side - 1)];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] =
          Robust.median(SignalScreens.slice(means, (i + 1) * side, side))
              - Robust.median(SignalScreens.slice(means, i * side, side));
    }
    return shifts;
  }

  private boolean calibrated(int i) {
    return i >= 0 && hours.get(i).marked(DataFlag.CALIBRATION) > 0;
  }
}
