package org.tijian.analytics.shape;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.DoubleUnaryOperator;
import org.tijian.analytics.reading.BeijingTime;

/** How a fault shows in the values of an instrument: what is seen of what is there. */
@FunctionalInterface
public interface Shape {

  /**
   * @param value what is there, in the instrument's unit
   * @return what is seen of it
   */
  double seen(Instant at, double value);

  /** An instrument that shows what is there. */
  static Shape sound() {
    return (at, value) -> value;
  }

  /**
   * Stays at one value between two times of each Beijing day; the value differs from day to day.
   */
  static Shape frozen(LocalTime from, LocalTime until, double least, double spread, Noise noise) {
    return (at, value) -> {
      OffsetDateTime local = at.atOffset(BeijingTime.OFFSET);
      LocalTime time = local.toLocalTime();
      boolean isFrozen = !time.isBefore(from) && time.isBefore(until);
      return isFrozen ? least + noise.of("frozen").share(local.getDayOfYear()) * spread : value;
    };
  }

  /** Reads more by a share of the value with each day of the month. */
  static Shape drifting(double shareADay) {
    return (at, value) -> value * (1 + shareADay * at.atOffset(BeijingTime.OFFSET).getDayOfMonth());
  }

  /** Never exceeds a value. */
  static Shape clipped(double most) {
    return (at, value) -> Math.min(value, most);
  }

  /** Never goes below a value. */
  static Shape clippedBelow(double least) {
    return (at, value) -> Math.max(value, least);
  }

  /** Reads a multiple of what is there: a wrong slope, unit or range. */
  static Shape scaled(double ratio) {
    return (at, value) -> value * ratio;
  }

  /** Reads more, or less, by a fixed amount: a zero that is off. */
  static Shape offset(double more) {
    return (at, value) -> value + more;
  }

  /** Another gas gets in, in some share of what the instrument sees: a leak, with air for one. */
  static Shape leaking(double share, double other) {
    return (at, value) -> value * (1 - share) + other * share;
  }

  /** Jitters around one value. */
  static Shape jitter(double around, double size, Noise noise) {
    return (at, value) -> around + noise.of("jitter").within(size, at.getEpochSecond());
  }

  /** Changes the value without regard to time. */
  static Shape of(DoubleUnaryOperator change) {
    return (at, value) -> change.applyAsDouble(value);
  }

  /** The same from a moment on, and what is there before it. */
  default Shape from(Instant moment) {
    return (at, value) -> at.isBefore(moment) ? value : seen(at, value);
  }

  /** The same until a moment. */
  default Shape until(Instant moment) {
    return (at, value) -> at.isBefore(moment) ? seen(at, value) : value;
  }

  /** The same between two moments, the second exclusive, and what is there otherwise. */
  default Shape inside(Instant from, Instant until) {
    return (at, value) -> at.isBefore(from) || !at.isBefore(until) ? value : seen(at, value);
  }

  /** One after the other. */
  default Shape then(Shape next) {
    return (at, value) -> next.seen(at, seen(at, value));
  }
}
