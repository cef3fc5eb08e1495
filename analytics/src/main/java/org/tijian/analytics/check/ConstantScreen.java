package org.tijian.analytics.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.finding.Stretch;

/**
 * Constant value (恒值): the longest run of minutes with the very same value while the load moved.
 * Runs are joined across the hours. A value so low that the instrument cannot show it move is
 * passed over: below {@code digits} of its least digit.
 */
final class ConstantScreen {
  private final ScreenView view;
  private final List<HourDigest> hours;
  private final Load load;
  private final double lowest;
  private final double loadMoves;
  private final List<Stretch> found = new ArrayList<>();
  private int longest;
  private double level;
  private Instant longestFrom = Instant.EPOCH;
  private boolean loadMoved;

  private ConstantScreen(ScreenView view, Load load) {
    this.view = view;
    this.hours = view.hours();
    this.load = load;
    this.loadMoves = view.parameter("load-moves");
    this.lowest = view.parameter("digits") * ScreenView.digit(hours);
  }

  static Seen look(ScreenView view) {
    if (view.hours().stream().allMatch(hour -> hour.valid() == 0)) {
      return Seen.nothing(Reason.NO_READINGS);
    }
    Optional<Load> load = view.load();
    return load.isEmpty()
        ? Seen.nothing(Reason.NO_LOAD)
        : new ConstantScreen(view, load.get()).seen();
  }

  private Seen seen() {
    int run = 0;
    int since = 0;
    double value = Double.NaN;
    for (int i = 0; i < hours.size(); i++) {
      HourDigest.Values values = hours.get(i).values();
      if (values.count() == 0) {
        end(since, i, run, value);
        run = 0;
        value = Double.NaN;
        continue;
      }
      loadMoved |= load.spread(i, i + 1) > 0 || i > 0 && load.spread(i - 1, i + 1) > 0;
      boolean joins = values.first() == value;
      if (joins && values.isConstant()) {
        run += values.count();
        continue;
      }
      end(since, joins ? i + 1 : i, joins ? run + values.leadingRun() : run, value);
      if (values.longestRun() > Math.max(values.leadingRun(), values.trailingRun())) {
        end(i, i + 1, values.longestRun(), values.mean());
      }
      if (!joins && !values.isConstant()) {
        end(i, i + 1, values.leadingRun(), values.first());
      }
      run = values.trailingRun();
      since = i;
      value = values.last();
    }
    end(since, hours.size(), run, value);
    return loadMoved ? told() : Seen.nothing(Reason.LOAD_STEADY);
  }

  /** A run of equal minutes has come to its end within hours {@code [from, until)}. */
  private void end(int from, int until, int run, double value) {
    boolean counts =
        run > 0 && until > from && value >= lowest && load.spread(from, until) >= loadMoves;
    if (!counts) {
      return;
    }
    if (run >= view.threshold()) {
      found.add(
          new Stretch(
              hours.get(from).start(), hours.get(until - 1).end(), run, Stretch.Of.MINUTES));
    }
    if (run > longest) {
      longest = run;
      level = value;
      longestFrom = hours.get(from).start();
    }
  }

  private Seen told() {
    return Seen.of(longest, "L = max(x_i = x_(i+1) = … = x_(i+L-1))")
        .with(
            "x",
            "最长一段的数值",
            "value of the longest run",
            longest > 0 ? level : Double.NaN,
            view.unit())
        .with("x_min", "参与筛查的最低数值", "lowest value that is screened", lowest, view.unit())
        .with("dP", "要求的负荷变化幅度", "how much the load has to move", loadMoves, "%")
        .gives("L", "最长相等分钟数", "longest run of equal minutes", "max(L_i)", longest, "min")
        .from(hours.stream().mapToInt(HourDigest::valid).sum())
        .at(longestFrom)
        .during(List.copyOf(found));
  }
}
