package org.tijian.gateway.emulator;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tijian.analytics.shape.Noise;
import org.tijian.analytics.shape.Shape;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** What is wrong with the measuring itself, so that live data and history agree. */
final class ValueFaults {
  private static final double LOST = 0.05;
  private static final double CLIP = 62;
  private static final LocalTime FREEZES = LocalTime.of(6, 0);
  private static final LocalTime THAWS = LocalTime.of(12, 0);
  private static final double SHARE_A_DAY = 0.01;

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
    for (Map.Entry<Fault, Shape> shape : shapes().entrySet()) {
      if (manner.has(shape.getKey())) {
        seen = nox(seen, value -> shape.getValue().seen(at, value));
      }
    }
    return seen;
  }

  /** In the order in which they take effect. */
  private Map<Fault, Shape> shapes() {
    Map<Fault, Shape> shapes = new LinkedHashMap<>();
    shapes.put(Fault.DRIFT, Shape.drifting(SHARE_A_DAY));
    shapes.put(Fault.CLIPPED, Shape.clipped(CLIP));
    shapes.put(Fault.FROZEN, Shape.frozen(FREEZES, THAWS, 50, 10, noise));
    return shapes;
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
