package org.tijian.gateway.emulator;

import java.time.Instant;
import org.tijian.analytics.shape.Noise;
import org.tijian.analytics.shape.TurbineSeries;

/**
 * What flows through the stack at a moment: NOx and CO of the real series, all else synthesised
 * from its energy yield.
 */
final class Conditions {
  private static final double DUCT_AREA_M2 = 6;
  private static final double KELVIN = 273;
  private static final double STANDARD_KPA = 101.325;

  private final TurbineSeries series;
  private final Noise noise;

  Conditions(TurbineSeries series, Noise noise) {
    this.series = series;
    this.noise = noise;
  }

  /** The value at a moment, in the factor's unit. */
  double of(EmulatedFactor factor, Instant at) {
    return switch (factor) {
      case NOX -> series.nox(at) + wobble(factor, 1.5, at);
      case CO -> Math.max(0, series.co(at) + wobble(factor, 0.05, at));
      case OXYGEN -> clamped(15.4 - 1.2 * load(at) + wobble(factor, 0.08, at), 14, 15.5);
      case TEMPERATURE -> 90 + 7 * load(at) + wobble(factor, 0.5, at);
      case PRESSURE -> 0.100 + 0.050 * load(at) + wobble(factor, 0.004, at);
      case HUMIDITY -> 7 + load(at) + wobble(factor, 0.2, at);
      case FLOW -> 30 + 15 * load(at) + wobble(factor, 0.3, at);
      case VELOCITY -> velocity(at);
    };
  }

  /** The flow brought from dry standard state to the state in the duct, over its area. */
  private double velocity(Instant at) {
    double warmer = (KELVIN + of(EmulatedFactor.TEMPERATURE, at)) / KELVIN;
    double denser = (STANDARD_KPA + of(EmulatedFactor.PRESSURE, at)) / STANDARD_KPA;
    double dryShare = 1 - of(EmulatedFactor.HUMIDITY, at) / 100;
    return of(EmulatedFactor.FLOW, at) * warmer / denser / dryShare / DUCT_AREA_M2;
  }

  /** 0 at the smallest energy yield of the series, 1 at the largest. */
  private double load(Instant at) {
    return (series.energyYield(at) - 9.85) / (15.16 - 9.85);
  }

  private double wobble(EmulatedFactor factor, double size, Instant at) {
    return noise.of(factor.code()).within(size, at.getEpochSecond());
  }

  private static double clamped(double value, double least, double most) {
    return Math.min(most, Math.max(least, value));
  }
}
