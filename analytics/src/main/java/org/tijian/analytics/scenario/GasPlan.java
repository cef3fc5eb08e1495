package org.tijian.analytics.scenario;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.tijian.analytics.shape.Noise;

/**
 * The daily check of the NOx and CO analysers at 02:00: five minutes of zero gas, five of span gas,
 * and after the adjustment two of each. Days count from 0.
 */
final class GasPlan {
  static final double NOX_SPAN = 160;
  static final double CO_SPAN = 80;
  static final int MINUTES = 14;
  private static final double HEALTHY = 0.4;

  /** Days without a check. */
  IntPredicate missed = day -> false;

  /** What the NOx analyser is off by before the adjustment, in % of full scale, beside noise. */
  IntToDoubleFunction zeroDrift = day -> 0;

  IntToDoubleFunction spanDrift = day -> 0;

  /** What is left after it. */
  IntToDoubleFunction leftOver = day -> 0;

  /** Whether its minutes are marked. */
  boolean marked = true;

  /**
   * @param minute of the check, from 0
   * @return what the analyser shows
   */
  double reading(boolean nox, int day, int minute, double fullScale, Noise noise) {
    boolean adjusted = minute >= 10;
    boolean zero = adjusted ? minute < 12 : minute < 5;
    double off =
        noise.of((nox ? "nox" : "co") + zero + adjusted).within(adjusted ? 0.1 : HEALTHY, day);
    if (nox) {
      off +=
          adjusted
              ? leftOver.applyAsDouble(day)
              : (zero ? zeroDrift : spanDrift).applyAsDouble(day);
    }
    double gas = zero ? 0 : nox ? NOX_SPAN : CO_SPAN;
    return gas + off / 100 * fullScale;
  }
}
