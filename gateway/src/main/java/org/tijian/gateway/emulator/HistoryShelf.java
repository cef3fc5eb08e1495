package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.gateway.codec.Hj212Frame;

/** What the logger has kept: every period that it measured in the last year, made anew. */
final class HistoryShelf {
  private static final Duration KEPT = Duration.ofDays(366);

  private final EmulatedOutlet outlet;
  private final Function<Hj212Frame, Optional<Hj212Frame>> kept;

  /**
   * @param kept what the logger kept of a period; empty if it lost it
   */
  HistoryShelf(EmulatedOutlet outlet, Function<Hj212Frame, Optional<Hj212Frame>> kept) {
    this.outlet = outlet;
    this.kept = kept;
  }

  /** Periods that begin from the first moment up to and with the last, and have ended by now. */
  Stream<Hj212Frame> periods(PeriodKind kind, Instant first, Instant last, Instant now) {
    Duration length = kind.length();
    Instant earliest = now.minus(KEPT);
    Instant from = alignedAtOrAfter(first.isBefore(earliest) ? earliest : first, length);
    return Stream.iterate(
            from, at -> !at.isAfter(last) && !at.plus(length).isAfter(now), at -> at.plus(length))
        .map(at -> period(kind, at))
        .flatMap(Optional::stream)
        .map(kept)
        .flatMap(Optional::stream);
  }

  private Optional<Hj212Frame> period(PeriodKind kind, Instant at) {
    return switch (kind) {
      case MINUTE -> outlet.minute(at);
      case HOUR -> outlet.hour(at);
      case DAY -> outlet.day(at);
      case REAL_TIME -> outlet.realTime(at);
    };
  }

  /** Days begin at Beijing midnight. */
  private static Instant alignedAtOrAfter(Instant moment, Duration step) {
    long zone = BeijingTime.OFFSET.getTotalSeconds();
    long length = step.toSeconds();
    long local = moment.getEpochSecond() + zone + (moment.getNano() > 0 ? 1 : 0);
    return Instant.ofEpochSecond(Math.floorDiv(local + length - 1, length) * length - zone);
  }
}
