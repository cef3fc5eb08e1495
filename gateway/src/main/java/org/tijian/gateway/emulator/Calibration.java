package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * A zero or span calibration that the platform ordered (CN 3011): for some minutes the analyser
 * shows gas instead of the stack.
 *
 * @param factor what the analyser measures
 * @param gas the value it shows, in the factor's unit
 * @param from its first minute
 */
record Calibration(EmulatedFactor factor, double gas, Instant from) {
  static final Duration LENGTH = Duration.ofMinutes(5);

  private static final double NOX_SPAN_GAS = 160;
  private static final double CO_SPAN_GAS = 80;

  /**
   * @param span span gas rather than zero gas
   * @return empty if no gas analyser measures the factor
   */
  static Optional<Calibration> of(String code, boolean span, Instant now) {
    Instant from = now.truncatedTo(ChronoUnit.MINUTES);
    return List.of(EmulatedFactor.NOX, EmulatedFactor.CO).stream()
        .filter(factor -> factor.code().equals(code))
        .findFirst()
        .map(factor -> new Calibration(factor, span ? spanGas(factor) : 0, from));
  }

  /** The span gas of the daily check and of ordered calibrations, mg/m3. */
  static double spanGas(EmulatedFactor factor) {
    return factor == EmulatedFactor.NOX ? NOX_SPAN_GAS : CO_SPAN_GAS;
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(from.plus(LENGTH));
  }

  /** The frame as it is while this calibration runs. */
  Hj212Frame mark(Hj212Frame frame) {
    return Frames.withData(frame, frame.data().stream().map(this::mark).toList());
  }

  private List<Field> mark(List<Field> item) {
    String prefix = factor.code() + "-";
    if (item.isEmpty() || !item.get(0).name().startsWith(prefix)) {
      return item;
    }
    return item.stream()
        .filter(field -> !field.name().matches(".*-(Zs.*|Cou)"))
        .map(field -> new Field(field.name(), value(field)))
        .toList();
  }

  private String value(Field field) {
    return field.name().endsWith("-Flag") ? "C" : factor.text(gas);
  }
}
