package org.tijian.analytics.check;

import org.tijian.analytics.finding.Step;
import org.tijian.analytics.reading.Quantity;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.statistic.Rounding;

/** Writes the numbers of a derivation. */
final class Steps {
  private static final int SHOWN_DECIMALS = 4;

  private Steps() {}

  static Step input(String symbol, String zh, String en, double value, String unit) {
    return input(symbol, zh, en, new Quantity(value, unit));
  }

  static Step input(String symbol, String zh, String en, Quantity quantity) {
    return new Step(symbol, new LocalName(zh, en), null, quantity);
  }

  static Step step(
      String symbol, String zh, String en, String expression, double value, String unit) {
    return new Step(symbol, new LocalName(zh, en), expression, new Quantity(value, unit));
  }

  /** A number put into an expression; more digits than this would only hide the sum. */
  static String shown(double value) {
    String text = Rounding.plain(value, SHOWN_DECIMALS);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  static LocalName rounding(int decimals) {
    return decimals == 0
        ? new LocalName(
            "修约到整数，四舍五入后与限值比较", "rounded to whole numbers, half away from zero, then compared")
        : new LocalName(
            "修约到小数点后 %d 位，四舍五入后与限值比较".formatted(decimals),
            "rounded to %d decimals, half away from zero, then compared".formatted(decimals));
  }
}
