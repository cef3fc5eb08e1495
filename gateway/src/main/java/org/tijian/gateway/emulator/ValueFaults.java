package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** What is wrong with the measuring itself, so that live data and history agree. */
final class ValueFaults {
  private static final double LOST = 0.05;
  private static final double CLIP = 62;
  private static final int FREEZES_AT_HOUR = 6;
  private static final int THAWS_AT_HOUR = 12;
  private static final double PERCENT_A_DAY = 0.01;

  private final Manner manner;
  private final Noise noise;
  private final CountSheet sheet;

  ValueFaults(Manner manner, CountSheet sheet) {
    this.manner = manner;
    this.noise = new Noise(manner.seed());
    this.sheet = sheet;
  }

  /** What the logger keeps of a period; empty if it loses it. */
  Optional<Hj212Frame> kept(Hj212Frame frame) {
    Instant at = Frames.dataTime(frame).orElse(Instant.EPOCH);
    boolean lost =
        manner.has(Fault.DROPS)
            && !frame.cn().equals("2061")
            && noise.of("drops " + frame.cn()).share(at.getEpochSecond()) < LOST;
    return lost ? Optional.empty() : Optional.of(measured(frame, at));
  }

  /** As {@link #kept}, and counts what is lost: for the first time that a period is spoken of. */
  Optional<Hj212Frame> live(Hj212Frame frame) {
    Optional<Hj212Frame> kept = kept(frame);
    if (kept.isEmpty()) {
      sheet.lost();
    }
    return kept;
  }

  private Hj212Frame measured(Hj212Frame frame, Instant at) {
    Hj212Frame seen = frame;
    OffsetDateTime local = at.atOffset(BeijingTime.OFFSET);
    if (manner.has(Fault.DRIFT)) {
      seen = nox(seen, value -> value * (1 + PERCENT_A_DAY * local.getDayOfMonth()));
    }
    if (manner.has(Fault.CLIPPED)) {
      seen = nox(seen, value -> Math.min(value, CLIP));
    }
    boolean frozen = local.getHour() >= FREEZES_AT_HOUR && local.getHour() < THAWS_AT_HOUR;
    if (manner.has(Fault.FROZEN) && frozen) {
      double stuck = 50 + noise.of("frozen").share(local.getDayOfYear()) * 10;
      seen = nox(seen, value -> stuck);
    }
    return seen;
  }

  /** Only while it measures the stack. */
  private static Hj212Frame nox(Hj212Frame frame, DoubleUnaryOperator change) {
    String code = EmulatedFactor.NOX.code();
    if (!"N".equals(frame.first(code + "-Flag"))) {
      return frame;
    }
    return Frames.withFields(
        frame,
        field ->
            field.name().matches(code + "-(Rtd|Min|Avg|Max)")
                ? new Field(field.name(), changed(field.value(), change))
                : field);
  }

  private static String changed(String value, DoubleUnaryOperator change) {
    return EmulatedFactor.NOX.text(change.applyAsDouble(Double.parseDouble(value)));
  }
}
