package org.tijian.gateway.emulator;

import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.tijian.gateway.codec.Hj212Frame;

/**
 * What a logger does when it is told something: a request becomes the frames to send, of HJ
 * 212-2017 at true time. Knows no network and no clock.
 */
final class DeviceBrain {
  /** A request is carried out: 9011, what it asks for, 9012 (HJ 212-2017 6.5.1). */
  private interface Action extends BiFunction<Request, Instant, Outcome> {}

  private static final String STOP_REAL_TIME = "2012";

  private final String mn;
  private final LoggerState state;
  private final Map<String, Action> actions;

  DeviceBrain(EmulatedOutlet outlet, HistoryShelf history, LoggerState state) {
    this.mn = outlet.mn();
    this.state = state;
    SettingActions settings = new SettingActions(state);
    SiteActions site = new SiteActions(outlet, state);
    HistoryActions kept = new HistoryActions(history, state);
    this.actions =
        Map.ofEntries(
            Map.entry("1000", settings::patience),
            Map.entry("1011", settings::tellClock),
            Map.entry("1012", settings::setClock),
            Map.entry("1014", settings::setKey),
            Map.entry("1061", settings::tellRealTimeInterval),
            Map.entry("1062", settings::setRealTimeInterval),
            Map.entry("1063", settings::tellMinuteInterval),
            Map.entry("1064", settings::setMinuteInterval),
            Map.entry("1072", settings::setPassword),
            Map.entry("2011", site::startRealTime),
            Map.entry("2031", kept::days),
            Map.entry("2041", kept::runTimes),
            Map.entry("2051", kept::minutes),
            Map.entry("2061", kept::hours),
            Map.entry("3011", site::calibrate),
            Map.entry("3012", site::sample),
            Map.entry("3019", site::tellSerialNumbers),
            Map.entry("3020", site::tellInformation));
  }

  /** What to send upon a frame, to be taken one by one while it is sent; empty for nothing. */
  Stream<Hj212Frame> hear(Hj212Frame heard, Instant now) {
    Request request = new Request(heard);
    if (heard.cn().startsWith("9")) {
      return Stream.empty();
    }
    int readiness = readiness(request);
    if (readiness != Request.READY) {
      return Stream.of(request.accepted(mn, readiness));
    }
    if (heard.cn().equals(STOP_REAL_TIME)) {
      state.realTime(false);
      return Stream.of(request.noticed(mn));
    }
    Action action = actions.get(heard.cn());
    if (action == null) {
      return Stream.of(request.accepted(mn, Request.WRONG_COMMAND));
    }
    Outcome outcome = action.apply(request, now);
    return Stream.of(
            Stream.of(request.accepted(mn, Request.READY)),
            outcome.frames(),
            Stream.of(request.executed(mn, outcome.result())))
        .flatMap(frames -> frames);
  }

  private int readiness(Request request) {
    if (!mn.equals(request.frame().mn())) {
      return Request.WRONG_MN;
    }
    if (!state.password().equals(request.frame().pw())) {
      return Request.WRONG_PASSWORD;
    }
    return request.qn() == null ? Request.WRONG_QN : Request.READY;
  }
}
