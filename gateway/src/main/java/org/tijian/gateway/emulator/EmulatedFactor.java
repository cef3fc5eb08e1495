package org.tijian.gateway.emulator;

/** What the emulated logger reports, in the units of HJ 212-2017 annex B. */
enum EmulatedFactor {
  /** mg/m3, of the real series. */
  NOX("a21002", 1),
  /** mg/m3, of the real series. */
  CO("a21005", 3),
  /** %, synthesised. */
  OXYGEN("a19001", 1),
  /** m/s, computed. */
  VELOCITY("a01011", 2),
  /** degrees Celsius, synthesised. */
  TEMPERATURE("a01012", 1),
  /** kPa against the atmosphere, synthesised. */
  PRESSURE("a01013", 3),
  /** % of volume, synthesised. */
  HUMIDITY("a01014", 1),
  /** m3/s, dry and at standard state, synthesised. */
  FLOW("a00000", 1);

  private final String code;
  private final int decimals;

  EmulatedFactor(String code, int decimals) {
    this.code = code;
    this.decimals = decimals;
  }

  String code() {
    return code;
  }

  /** Whether it is a pollutant, with converted values and amounts. */
  boolean isPollutant() {
    return this == NOX || this == CO;
  }

  /** Whether one of the gas analysers measures it, so that their maintenance concerns it. */
  boolean isGas() {
    return isPollutant() || this == OXYGEN;
  }

  /** The value with as many decimals as the logger sends. */
  double rounded(double value) {
    return Decimals.of(value, decimals).doubleValue();
  }

  String text(double value) {
    return Decimals.text(value, decimals);
  }
}
