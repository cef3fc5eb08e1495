package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.shape.Noise;
import org.tijian.gateway.codec.Hj212Frame;

/** The logger without its line: what it measures, keeps, and does when told. */
final class Logger {
  private static final int FLOOD = 20;
  private static final int FLOOD_SECONDS = 3;
  private static final int LEAST_MINUTES_AHEAD = 2;
  private static final int MINUTES_AHEAD = 8;

  private final Manner manner;
  private final EmulatedOutlet outlet;
  private final ValueFaults values;
  private final HistoryShelf shelf;
  private final LoggerState state;
  private final DeviceBrain brain;

  Logger(EmulatorSettings.Device device, Duration interval, CountSheet sheet) {
    this.manner = device.manner();
    Profile profile = device.profile();
    boolean checked = !manner.has(Fault.CALIBRATION_MISSED);
    this.outlet = new EmulatedOutlet(device.mn(), checked ? profile : profile.unchecked());
    this.values = new ValueFaults(manner, sheet);
    this.shelf = new HistoryShelf(outlet, values::kept);
    this.state = new LoggerState(manner.accessPassword(), clockError(manner), interval);
    byte[] key = manner.key();
    if (key != null) {
      state.key(key);
    }
    this.brain = new DeviceBrain(outlet, shelf, state);
  }

  private static Duration clockError(Manner manner) {
    double share = new Noise(manner.seed()).of("clock").share(0);
    return manner.has(Fault.CLOCK_DRIFT)
        ? Duration.ofSeconds((long) (60 * (LEAST_MINUTES_AHEAD + MINUTES_AHEAD * share)))
        : Duration.ZERO;
  }

  EmulatedOutlet outlet() {
    return outlet;
  }

  LoggerState state() {
    return state;
  }

  DeviceBrain brain() {
    return brain;
  }

  /** What is sent of frames that are due. */
  Stream<Hj212Frame> live(Schedule.Due due) {
    return Stream.concat(due.frames().stream(), flood(due))
        .map(values::live)
        .flatMap(Optional::stream);
  }

  private Stream<Hj212Frame> flood(Schedule.Due due) {
    boolean minute = due.frames().stream().anyMatch(frame -> frame.cn().equals("2051"));
    if (!minute || !manner.has(Fault.FLOOD)) {
      return Stream.empty();
    }
    Instant start = due.at().minus(PeriodKind.MINUTE.length()).plusSeconds(1);
    return IntStream.range(0, FLOOD)
        .mapToObj(i -> outlet.realTime(start.plusSeconds((long) FLOOD_SECONDS * i)))
        .flatMap(Optional::stream);
  }

  /** Minutes and hours that fell into a cut, newest first, under QNs of their own. */
  Stream<Hj212Frame> keptDuring(Manner.Cut cut) {
    Instant end = cut.until();
    List<Hj212Frame> kept =
        Stream.of(PeriodKind.HOUR, PeriodKind.MINUTE)
            .flatMap(
                kind ->
                    shelf.periods(
                        kind,
                        cut.from().minus(kind.length()),
                        end.minus(kind.length()).minusSeconds(1),
                        end))
            .sorted(
                Comparator.comparing((Hj212Frame f) -> Frames.dataTime(f).orElse(Instant.EPOCH))
                    .reversed())
            .toList();
    return kept.stream().map(f -> Frames.withQn(f, Frames.qn(state.nextQn(Instant.now()))));
  }
}
