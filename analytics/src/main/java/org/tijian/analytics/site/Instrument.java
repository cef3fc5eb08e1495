package org.tijian.analytics.site;

import org.jspecify.annotations.Nullable;

/**
 * An analyser or sensor (分析仪) of an outlet and what the checks must know of it.
 *
 * @param factor code of HJ 212-2017 that it measures; one instrument per factor and outlet
 * @param name for people, for example "NOx analyser (NDIR)"
 * @param unit unit of its values
 * @param fullScale full scale (满量程), in {@code unit}, above zero
 * @param zeroGas concentration of its zero gas in {@code unit}
 * @param spanGas concentration of its span gas in {@code unit}; null if it is not checked with gas
 * @param design extractive, in-situ, dilution or none (not a gas analyser)
 * @param automaticCalibration whether it calibrates itself daily
 * @param permitLimit limit of the discharge permit in {@code unit} for the judged value; null if
 *     the permit sets none
 */
public record Instrument(
    String factor,
    LocalName name,
    String unit,
    double fullScale,
    double zeroGas,
    @Nullable Double spanGas,
    Design design,
    boolean automaticCalibration,
    @Nullable Double permitLimit) {

  public Instrument {
    if (!(fullScale > 0)) {
      throw new IllegalArgumentException(
          "full scale of %s must be above zero: %s".formatted(factor, fullScale));
    }
  }

  /** How the gas reaches the instrument (HJ 75-2017 distinguishes calibration intervals by it). */
  public enum Design {
    EXTRACTIVE,
    IN_SITU,
    DILUTION,
    NONE
  }
}
