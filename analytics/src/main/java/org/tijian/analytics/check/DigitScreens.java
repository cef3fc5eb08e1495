package org.tijian.analytics.check;

import static org.tijian.analytics.check.Steps.shown;

import java.util.List;
import java.util.Set;
import org.tijian.analytics.digest.HourDigest;
import org.tijian.analytics.finding.Reason;
import org.tijian.analytics.statistic.LastDigits;
import org.tijian.analytics.statistic.Robust;
import org.tijian.analytics.statistic.Runs;

/** Figures that are more regular than chance makes them (screen 22). */
final class DigitScreens {
  private DigitScreens() {}

  static List<ScreenCheck> all() {
    return List.of(
        ScreenCheck.ofInstrument(
            "screen-last-digits",
            "<=",
            "days values spread",
            Set.of("n", "p"),
            Set.of(Reason.BELOW_RESOLUTION),
            DigitScreens::lastDigits),
        ScreenCheck.ofInstrument(
            "screen-repeated",
            "<",
            "hours different spread",
            Set.of("n"),
            Set.of(Reason.BELOW_RESOLUTION),
            DigitScreens::repeated));
  }

  /** The first valid minute of each hour: minutes of one hour are not independent of each other. */
  private static Seen lastDigits(ScreenView view) {
    double[] values =
        Robust.known(
            view.hours(view.count("days")).stream()
                .mapToDouble(hour -> hour.values().first())
                .toArray());
    if (values.length < view.parameter("values")) {
      return SignalScreens.tooFew(values.length);
    }
    double digit = LastDigits.leastDigit(values);
    if (Robust.sigma(values) < view.parameter("spread") * digit) {
      return Seen.nothing(Reason.BELOW_RESOLUTION);
    }
    LastDigits digits = LastDigits.of(values, digit);
    if (digits.n() < view.parameter("values")) {
      return Seen.nothing(Reason.TOO_FEW_READINGS);
    }
    return Seen.of(digits.chiSquared(), "χ² = Σ(n_d - n/9)² / (n/9), d = 1 … 9")
        .with(
            "n",
            "末位不为 0 的数值个数（每小时首个有效分钟）",
            "values not ending in 0 (first valid minute of the hours)",
            digits.n(),
            "个")
        .with("e", "末位", "least digit", digit, view.unit())
        .gives("chi2", "卡方统计量", "chi-squared", "χ²", digits.chiSquared(), "1")
        .gives(
            "p",
            "偶然出现的概率",
            "probability by chance",
            "P(χ²(8) ≥ %s)".formatted(shown(digits.chiSquared())),
            digits.p(),
            "1")
        .from(digits.n());
  }

  /** The longest sequence of hourly means that comes again. */
  private static Seen repeated(ScreenView view) {
    List<HourDigest> hours = view.hours();
    double[] means = view.means(hours);
    int known = Robust.known(means).length;
    if (known < view.parameter("hours")) {
      return SignalScreens.tooFew(known);
    }
    double digit = ScreenView.digit(hours);
    if (Robust.sigma(means) < view.parameter("spread") * digit) {
      return Seen.nothing(Reason.BELOW_RESOLUTION);
    }
    int least = Math.max(2, (int) view.threshold() - 1);
    Runs.Run run = Runs.repeated(means, least, Math.min(least, view.count("different")));
    return Seen.of(run.length(), "L = max(L_i: x_(a+j) = x_(b+j), j = 0 … L-1)")
        .with("n", "有效小时数", "valid hours", known, "h")
        .gives("L", "重复出现的最长序列", "longest sequence that comes again", "max(L_i)", run.length(), "h")
        .from(known)
        .duringHours(
            ScreenView.starts(hours, i -> i >= run.start() && i < run.start() + run.length()));
  }
}
