package org.tijian.inspection.monitoring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tijian.analytics.reading.BeijingTime;

/**
 * A conforming HJ 212-2017 frame to try a connection with: real-time data (CN 2011) of one factor,
 * marked {@code S} (手工输入), because a person sends it and no instrument measured it.
 */
final class Hj212Sample {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private Hj212Sample() {}

  /**
   * @return the frame without its closing CR LF
   */
  static String of(String mn, String factor, double value, Instant now) {
    OffsetDateTime time = now.atOffset(BeijingTime.OFFSET);
    String segment =
        "QN=%s;ST=31;CN=2011;PW=123456;MN=%s;Flag=4;CP=&&DataTime=%s;%s-Rtd=%s,%s-Flag=S&&"
            .formatted(
                MILLISECOND.format(time),
                mn,
                SECOND.format(time),
                factor,
                String.format(Locale.ROOT, "%.1f", value),
                factor);
    byte[] bytes = segment.getBytes(StandardCharsets.US_ASCII);
    return "##%04d%s%04X".formatted(bytes.length, segment, crc(bytes));
  }

  /**
   * HJ 212-2017 annex A. Unlike MODBUS it shifts the register before the byte goes in, so that only
   * its upper half meets the byte.
   */
  static int crc(byte[] bytes) {
    int register = 0xFFFF;
    for (byte each : bytes) {
      register = (register >> 8) ^ (each & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        boolean carry = (register & 1) == 1;
        register >>= 1;
        register = carry ? register ^ 0xA001 : register;
      }
    }
    return register;
  }
}
