package org.tijian.gateway.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * History on request. Each frame has a QN of its own; BeginTime equal to EndTime asks for one
 * period (HJ 212-2017 C.20).
 */
final class HistoryActions {
  private static final String RUN_TIME = "2041";

  /** The turbine never stands still in the series. */
  private static final String ALL_DAY = "24.00";

  private final HistoryShelf shelf;
  private final LoggerState state;

  HistoryActions(HistoryShelf shelf, LoggerState state) {
    this.shelf = shelf;
    this.state = state;
  }

  Outcome minutes(Request request, Instant now) {
    return of(PeriodKind.MINUTE, request, now);
  }

  Outcome hours(Request request, Instant now) {
    return of(PeriodKind.HOUR, request, now);
  }

  Outcome days(Request request, Instant now) {
    return of(PeriodKind.DAY, request, now);
  }

  /** Hours that the equipment for cleaning the gas ran, by day. */
  Outcome runTimes(Request request, Instant now) {
    return between(request, now, PeriodKind.DAY)
        .map(days -> Outcome.ofAny(days.map(day -> named(runTime(day), now))))
        .orElse(Outcome.not(Outcome.WRONG_CONDITION));
  }

  private Outcome of(PeriodKind kind, Request request, Instant now) {
    return between(request, now, kind)
        .map(periods -> Outcome.ofAny(periods.map(frame -> named(frame, now))))
        .orElse(Outcome.not(Outcome.WRONG_CONDITION));
  }

  private Optional<Stream<Hj212Frame>> between(Request request, Instant now, PeriodKind kind) {
    Optional<Instant> first = Frames.time(request.value("BeginTime"));
    Optional<Instant> last = Frames.time(request.value("EndTime"));
    return first.flatMap(from -> last.map(to -> shelf.periods(kind, from, to, now)));
  }

  private Hj212Frame named(Hj212Frame frame, Instant now) {
    return Frames.withQn(frame, Frames.qn(state.nextQn(now)));
  }

  private static Hj212Frame runTime(Hj212Frame day) {
    return new Hj212Frame(
        day.qn(),
        day.st(),
        RUN_TIME,
        day.pw(),
        day.mn(),
        day.flag(),
        null,
        null,
        null,
        List.of(day.data().get(0), List.of(new Field("SB1-RT", ALL_DAY))));
  }
}
