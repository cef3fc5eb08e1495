package org.tijian.analytics.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frames for the tests of the stores. */
final class Samples {
  static final String MN = "TEST0001";
  static final long OUTLET = 7;
  static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  static final String NOX = "a21002";
  static final String CO = "a21005";

  private Samples() {}

  static FactorReading nox(double value) {
    return reading(NOX, value);
  }

  static FactorReading reading(String factor, @Nullable Double value) {
    return new FactorReading(factor, value, null, null, null, null, DataFlag.NORMAL);
  }

  static FactorReading marked(String factor, double value, DataFlag flag) {
    return new FactorReading(factor, value, null, null, null, null, flag);
  }

  /** A frame of a minute; the text stands for its bytes. */
  static ArrivedFrame minute(String text, Instant measuredAt, FactorReading... factors) {
    return part(text, measuredAt, 0, factors);
  }

  static ArrivedFrame part(String text, Instant measuredAt, int part, FactorReading... factors) {
    return period(text, PeriodKind.MINUTE, measuredAt, part, factors);
  }

  static ArrivedFrame period(
      String text, PeriodKind kind, Instant measuredAt, int part, FactorReading... factors) {
    return frame(
        text,
        measuredAt.plusSeconds(70),
        new FrameVerdict.Readings(
            new PeriodReadings(OUTLET, kind, measuredAt, part, List.of(factors))));
  }

  static ArrivedFrame frame(String text, Instant receivedAt, FrameVerdict verdict) {
    return new ArrivedFrame(
        MN,
        receivedAt,
        "mqtt",
        text.getBytes(StandardCharsets.UTF_8),
        "2051",
        verdict,
        FrameFacts.NONE);
  }

  static ArrivedFrame damaged(String text) {
    return frame(
        text, NOON, new FrameVerdict.Refused("crc-mismatch", "1C80", "2D91", text.length() - 4));
  }
}
