package org.tijian.gateway;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

/** Conforming frames, and damaged ones. */
final class TestFrames {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private TestFrames() {}

  /** Minute data of NOx; the number makes the minute. */
  static byte[] minute(String mn, int number) {
    Instant at = START.plusSeconds(60L * number);
    String time = TIME.format(at.atOffset(BeijingTime.OFFSET));
    return new Hj212Encoder()
        .encode(
            new Hj212Frame(
                time + "000",
                "31",
                "2051",
                "123456",
                mn,
                4,
                null,
                null,
                null,
                List.of(
                    List.of(new Field("DataTime", time)),
                    List.of(
                        new Field("a21002-Avg", Integer.toString(number)),
                        new Field("a21002-Flag", "N")))));
  }

  /** The last digit of the check sum is another one. */
  static byte[] damaged(byte[] frame) {
    byte[] damaged = frame.clone();
    int digit = frame.length - 3;
    damaged[digit] = (byte) (damaged[digit] == '0' ? '1' : '0');
    return damaged;
  }
}
