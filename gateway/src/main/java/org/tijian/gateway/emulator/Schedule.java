package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * What a logger has to send next. Periods come in order and each once, whether long past or just
 * ended, so history runs into live data without gap or overlap; real-time data is only sent fresh.
 */
final class Schedule {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final EmulatedOutlet outlet;
  private Duration interval;
  private Instant nextMinute;
  private Instant nextTick;

  /**
   * @param from the first minute to report is the one that begins then or soonest after
   * @param now real-time data begins now
   * @param interval between real-time data
   */
  Schedule(EmulatedOutlet outlet, Instant from, Instant now, Duration interval) {
    this.outlet = outlet;
    this.interval = interval;
    this.nextMinute = alignedAtOrAfter(from, MINUTE);
    this.nextTick = alignedAtOrAfter(now, interval);
  }

  /**
   * Frames that become due together.
   *
   * @param at when they may be sent
   */
  record Due(Instant at, List<Hj212Frame> frames) {}

  /** The next frames; the list is empty for a minute that goes missing. */
  Due next(Instant now) {
    if (nextTick.isBefore(now.minus(interval))) {
      nextTick = alignedAtOrAfter(now, interval);
    }
    return nextMinute.plus(MINUTE).isAfter(nextTick) ? tick() : minute();
  }

  /** Changes the interval between real-time data, from the next on. */
  void interval(Duration changed) {
    if (!changed.equals(interval)) {
      interval = changed;
      nextTick = alignedAtOrAfter(nextTick, changed);
    }
  }

  /** Minutes that have ended and are still to be reported. */
  long minutesBehind(Instant now) {
    return Math.max(0, ChronoUnit.MINUTES.between(nextMinute, now));
  }

  private Due tick() {
    Instant at = nextTick;
    nextTick = nextTick.plus(interval);
    return new Due(at, outlet.realTime(at).stream().toList());
  }

  private Due minute() {
    Instant start = nextMinute;
    nextMinute = nextMinute.plus(MINUTE);
    boolean hourEnds = nextMinute.equals(nextMinute.truncatedTo(ChronoUnit.HOURS));
    Optional<Hj212Frame> hour =
        hourEnds ? outlet.hour(nextMinute.minus(1, ChronoUnit.HOURS)) : Optional.empty();
    // The hour goes first: whoever has its last minute then has the hour too, and may go on after
    // it.
    return new Due(
        nextMinute, Stream.concat(hour.stream(), outlet.minute(start).stream()).toList());
  }

  private static Instant alignedAtOrAfter(Instant moment, Duration step) {
    long length = step.toSeconds();
    long seconds = Math.floorDiv(moment.getEpochSecond() + length - 1, length) * length;
    boolean fraction = moment.getNano() > 0 && seconds == moment.getEpochSecond();
    return Instant.ofEpochSecond(fraction ? seconds + length : seconds);
  }
}
