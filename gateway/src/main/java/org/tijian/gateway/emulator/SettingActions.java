package org.tijian.gateway.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tijian.gateway.codec.Field;

/** The settings of the logger, told and changed (HJ 212-2017 annex C, commands 1000 to 1072). */
final class SettingActions {
  private static final int MOST_SECONDS = 99;
  private static final int SHORTEST_REAL_TIME_INTERVAL = 30;
  private static final int LONGEST_REAL_TIME_INTERVAL = 3600;
  private static final int KEY_BYTES = 16;

  /** The series has a value a minute; other intervals of the standard are not offered. */
  private static final int MINUTE_INTERVAL = 1;

  private final LoggerState state;

  SettingActions(LoggerState state) {
    this.state = state;
  }

  Outcome patience(Request request, Instant now) {
    int overTime = request.number("OverTime");
    int repeats = request.number("ReCount");
    if (overTime < 1 || overTime > MOST_SECONDS || repeats < 1 || repeats > MOST_SECONDS) {
      return Outcome.not(Outcome.WRONG_CONDITION);
    }
    state.patience(Duration.ofSeconds(overTime), repeats);
    return Outcome.done();
  }

  Outcome tellClock(Request request, Instant now) {
    Instant shown = now.plus(state.clockError());
    return told(request, "SystemTime", Frames.time(shown));
  }

  /** With PolId it is the clock of an instrument, which nobody sees here. */
  Outcome setClock(Request request, Instant now) {
    Optional<Instant> shown = Frames.time(request.value("SystemTime"));
    if (shown.isEmpty()) {
      return Outcome.not(Outcome.WRONG_CONDITION);
    }
    if (request.value("PolId") == null) {
      state.setClock(shown.get(), now);
    }
    return Outcome.done();
  }

  Outcome tellRealTimeInterval(Request request, Instant now) {
    return told(request, "RtdInterval", "" + state.realTimeInterval().toSeconds());
  }

  Outcome setRealTimeInterval(Request request, Instant now) {
    int seconds = request.number("RtdInterval");
    if (seconds < SHORTEST_REAL_TIME_INTERVAL || seconds > LONGEST_REAL_TIME_INTERVAL) {
      return Outcome.not(Outcome.WRONG_CONDITION);
    }
    state.realTimeInterval(Duration.ofSeconds(seconds));
    return Outcome.done();
  }

  Outcome tellMinuteInterval(Request request, Instant now) {
    return told(request, "MinInterval", "" + MINUTE_INTERVAL);
  }

  Outcome setMinuteInterval(Request request, Instant now) {
    return request.number("MinInterval") == MINUTE_INTERVAL
        ? Outcome.done()
        : Outcome.not(Outcome.WRONG_CONDITION);
  }

  /** The new password stands in NewPW; HJ/T 212-2005 writes PW. */
  Outcome setPassword(Request request, Instant now) {
    String named = request.value("NewPW");
    String wanted = named == null ? request.value("PW") : named;
    if (wanted == null || !wanted.matches("[0-9A-Za-z]{6}")) {
      return Outcome.not(Outcome.WRONG_CONDITION);
    }
    state.password(wanted);
    return Outcome.done();
  }

  /** A key of 16 characters, as printed in the standard's example, or of 32 hexadecimal digits. */
  Outcome setKey(Request request, Instant now) {
    String key = request.value("NewSK");
    if (key == null || !key.matches(".{16}|[0-9A-Fa-f]{32}")) {
      return Outcome.not(Outcome.WRONG_CONDITION);
    }
    state.key(
        key.length() == KEY_BYTES
            ? key.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)
            : HexFormat.of().parseHex(key));
    return Outcome.done();
  }

  private static Outcome told(Request request, String name, String value) {
    List<List<Field>> data = new ArrayList<>();
    String instrument = request.value("PolId");
    if (instrument != null) {
      data.add(List.of(new Field("PolId", instrument)));
    }
    data.add(List.of(new Field(name, value)));
    return Outcome.told(request.telling(data));
  }
}
