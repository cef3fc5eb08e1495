package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Wander;

/**
 * Signal quality (screens 1, 2 and 4): does the instrument's signal still move as a signal does?
 */
final class SignalScreens {
  private static final double PERCENT = 100;
  private static final double HIGH = 0.95;
  private static final double LOW = 0.05;

  private SignalScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-constant",
            "<",
            "digits load-moves",
            Set.of("x"),
            Set.of(Reason.NO_LOAD, Reason.LOAD_STEADY),
            ConstantScreen::look),
        ScreenCheck.ofInstrument(
            "screen-narrow",
            ">=",
            "hours",
            Set.of("p5", "p95", "R"),
            Set.of(),
            SignalScreens::narrow),
        ScreenCheck.ofInstrument(
            "screen-jitter",
            ">=",
            "window load-varies",
            Set.of("m", "CV_P", "r1"),
            Set.of(Reason.NO_LOAD, Reason.LOAD_STEADY, Reason.BELOW_RESOLUTION),
            SignalScreens::jitter));
  }

  /** Long-term variation within a small part of the range. */
  private static Seen narrow(ScreenView view) {
    double[] means = Robust.known(view.means(view.hours()));
    if (means.length < view.parameter("hours")) {
      return tooFew(means.length);
    }
    double range = view.instrument().fullScale();
    double low = Robust.quantile(means, LOW);
    double high = Robust.quantile(means, HIGH);
    double share = (high - low) / range * PERCENT;
    return Seen.of(share, "v = (P95 - P5) / R × 100")
        .with("p95", "小时均值的第 95 百分位", "95th percentile of the hourly means", high, view.unit())
        .with("p5", "小时均值的第 5 百分位", "5th percentile of the hourly means", low, view.unit())
        .with("R", "满量程", "full scale", range, view.unit())
        .gives(
            "v",
            "波动占满量程的比例",
            "variation as a share of full scale",
            "(%s - %s) / %s × 100".formatted(shown(high), shown(low), shown(range)),
            share,
            "%FS")
        .from(means.length);
  }

  /** The steadiest window in which the load varied. */
  private static Seen jitter(ScreenView view) {
    List<HourDigest> hours = view.hours();
    double[] means = view.means(hours);
    int window = view.count("window");
    if (Robust.known(means).length < window) {
      return tooFew(Robust.known(means).length);
    }
    Optional<Load> load = view.load();
    if (load.isEmpty()) {
      return Seen.nothing(Reason.NO_LOAD);
    }
    double digit = ScreenView.digit(hours);
    boolean varied = false;
    double least = Double.POSITIVE_INFINITY;
    int at = -1;
    double varies = view.parameter("load-varies");
    for (int i = 0; i + window <= means.length; i++) {
      double loadCv = Wander.variation(slice(load.get().value(), i, window));
      double[] part = slice(means, i, window);
      if (loadCv > varies && Robust.known(part).length == window) {
        varied = true;
        double cv = Wander.variation(part);
        // A swing of the threshold has to be one least digit at least, or rounding alone hides it.
        if (cv < least && Robust.median(part) * view.threshold() / PERCENT >= digit) {
          least = cv;
          at = i;
        }
      }
    }
    if (at < 0) {
      return Seen.nothing(varied ? Reason.BELOW_RESOLUTION : Reason.LOAD_STEADY);
    }
    double[] part = slice(means, at, window);
    double mean = Arrays.stream(part).average().orElseThrow();
    double loadCv = Wander.variation(slice(load.get().value(), at, window));
    return Seen.of(least, "CV = s / |m| × 100")
        .with("m", "窗口内小时均值的平均", "mean of the window's hourly means", mean, view.unit())
        .with(
            "s", "窗口内标准差", "standard deviation in the window", least * mean / PERCENT, view.unit())
        .with("CV_P", "同期负荷变异系数", "variation of the load meanwhile", loadCv, "%")
        .gives("CV", "变异系数", "coefficient of variation", "s / m × 100", least, "%")
        .gives("r1", "一阶自相关", "autocorrelation at lag 1", "r_1", Wander.autocorrelation(part), "1")
        .from(window)
        .duringHours(hours.subList(at, at + window).stream().map(HourDigest::start).toList());
  }

  static Seen tooFew(int known) {
    return Seen.nothing(known == 0 ? Reason.NO_READINGS : Reason.TOO_FEW_READINGS);
  }

  static double[] slice(double[] values, int from, int length) {
    return Arrays.copyOfRange(values, from, from + length);
  }
}
