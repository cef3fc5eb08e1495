package org.tijian.gateway.normalise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameVerdict.Noted;
import org.tijian.analytics.reading.FrameVerdict.Readings;
import org.tijian.analytics.reading.FrameVerdict.Refused;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.analytics.site.Dialect;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.gateway.codec.Hj212Frame;

/** Decides what a frame that could be read says about which outlet. */
public final class Normaliser {
  /**
   * Clocks of loggers drift by minutes; a day ahead is a wrong clock, and would hide all that
   * follows.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

  private final SiteRegister register;

  public Normaliser(SiteRegister register) {
    this.register = register;
  }

  /**
   * @param mn the device as the broker knows it
   * @param receivedAt when the frame arrived
   * @param dialect what the frame does not say
   */
  public FrameVerdict judge(String mn, Instant receivedAt, Hj212Frame frame, Dialect dialect) {
    if (frame.mn() != null && !frame.mn().equals(mn)) {
      return refused("wrong-mn", frame.mn(), mn);
    }
    Optional<Long> outlet = register.outletOf(mn);
    if (outlet.isEmpty()) {
      return refused("unknown-device", mn, null);
    }
    Optional<PeriodKind> kind = kindOf(frame.cn());
    if (kind.isEmpty()) {
      return new Noted();
    }
    String text = frame.first("DataTime");
    Optional<Instant> dataTime = DataTime.parse(text, dialect.offset());
    if (dataTime.isEmpty()) {
      return refused("no-data-time", text, null);
    }
    if (dataTime.get().isAfter(receivedAt.plus(CLOCK_TOLERANCE))) {
      return refused("data-time-in-future", text, receivedAt.toString());
    }
    List<FactorReading> factors = FactorMap.apply(dialect, FactorFields.readings(frame.data()));
    return factors.isEmpty()
        ? new Noted()
        : new Readings(
            new PeriodReadings(outlet.get(), kind.get(), dataTime.get(), part(frame), factors));
  }

  static Optional<PeriodKind> kindOf(String command) {
    for (PeriodKind kind : PeriodKind.values()) {
      if (Integer.toString(kind.command()).equals(command)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static int part(Hj212Frame frame) {
    boolean split = frame.pnum() != null && frame.pnum() > 1;
    return split && frame.pno() != null ? frame.pno() : 0;
  }

  private static Refused refused(String code, @Nullable String declared, @Nullable String found) {
    return new Refused(code, declared, found, 0);
  }
}
