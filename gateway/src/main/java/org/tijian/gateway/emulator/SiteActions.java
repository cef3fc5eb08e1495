package org.tijian.gateway.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

/** What concerns the instruments: real-time data, calibration, information about the site. */
final class SiteActions {
  private static final List<EmulatedFactor> ANALYSERS =
      List.of(EmulatedFactor.NOX, EmulatedFactor.CO, EmulatedFactor.OXYGEN);
  private static final int LONGEST_LOG = 31;

  private final EmulatedOutlet outlet;
  private final LoggerState state;

  SiteActions(EmulatedOutlet outlet, LoggerState state) {
    this.outlet = outlet;
    this.state = state;
  }

  /** Sends at once, and from then on at each interval. */
  Outcome startRealTime(Request request, Instant now) {
    state.realTime(true);
    return new Outcome(outlet.realTime(now).stream().map(frame -> named(frame, now)), Outcome.DONE);
  }

  /** CalibrationType 0 is zero, 1 span (HJ 212-2025); without it, zero. */
  Outcome calibrate(Request request, Instant now) {
    String code = request.value("PolId");
    Optional<Calibration> calibration =
        Calibration.of(code == null ? "" : code, request.number("CalibrationType") == 1, now);
    calibration.ifPresent(state::calibrate);
    return calibration.isPresent() ? Outcome.done() : Outcome.not(Outcome.WRONG_CONDITION);
  }

  /** A gas outlet keeps no samples: taken note of, and no more. */
  Outcome sample(Request request, Instant now) {
    return Outcome.done();
  }

  Outcome tellSerialNumbers(Request request, Instant now) {
    String wanted = request.value("PolId");
    List<List<Field>> data = new ArrayList<>();
    for (EmulatedFactor factor : ANALYSERS) {
      if (wanted == null || wanted.equals(factor.code())) {
        data.add(List.of(new Field("PolId", factor.code())));
        data.add(List.of(new Field(factor.code() + "-SN", serialNumber(factor))));
      }
    }
    return data.isEmpty() ? Outcome.not(Outcome.NO_DATA) : Outcome.told(request.telling(data));
  }

  private static String serialNumber(EmulatedFactor factor) {
    return "0000000000000000%08X".formatted(factor.code().hashCode());
  }

  /** States and parameters at once, the log entry by entry, each with a QN of its own. */
  Outcome tellInformation(Request request, Instant now) {
    String info = request.value("InfoId");
    String instrument = request.value("PolId");
    if (SiteInformation.isLog(info)) {
      return Outcome.ofAny(log(request, instrument, info == null ? "" : info, now));
    }
    List<Field> told = SiteInformation.of(instrument, info, calibrating(instrument, now));
    if (told.isEmpty()) {
      return Outcome.not(Outcome.NO_DATA);
    }
    List<List<Field>> data = head(instrument, now);
    told.forEach(field -> data.add(List.of(field)));
    return Outcome.told(request.telling(data));
  }

  private boolean calibrating(@Nullable String instrument, Instant now) {
    return state.calibrations().stream()
        .anyMatch(c -> c.factor().code().equals(instrument) && c.covers(now));
  }

  /** An entry for the check of each day that the request covers; without limits, of today. */
  private Stream<Hj212Frame> log(
      Request request, @Nullable String instrument, String info, Instant now) {
    Instant first = Frames.time(request.value("BeginTime")).orElse(now.minusSeconds(86_400));
    Instant last = Frames.time(request.value("EndTime")).orElse(now);
    Instant end = last.isAfter(now) ? now : last;
    return Stream.iterate(BeijingTime.dateOf(first), day -> day.plusDays(1))
        .limit(LONGEST_LOG)
        .map(day -> day.atTime(GasCheck.BEGINS).toInstant(BeijingTime.OFFSET))
        .filter(at -> !at.isBefore(first) && !at.isAfter(end))
        .map(
            at -> {
              List<List<Field>> data = head(instrument, at);
              data.add(List.of(new Field(info + "-Info", SiteInformation.entry(instrument))));
              return named(request.telling(data), now);
            });
  }

  private static List<List<Field>> head(@Nullable String instrument, Instant at) {
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field(Frames.DATA_TIME, Frames.time(at))));
    if (instrument != null) {
      data.add(List.of(new Field("PolId", instrument)));
    }
    return data;
  }

  private Hj212Frame named(Hj212Frame frame, Instant now) {
    return Frames.withQn(frame, Frames.qn(state.nextQn(now)));
  }
}
