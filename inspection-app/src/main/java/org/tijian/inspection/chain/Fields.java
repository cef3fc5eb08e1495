package org.tijian.inspection.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes fields as the bytes that are hashed and signed: name, length in bytes, value. No value can
 * pretend to be another field, whatever stands in it.
 */
final class Fields {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param form name and edition of the form, the first line
   */
  Fields(String form) {
    bytes.writeBytes((form + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Fields add(String name, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes("%s %d:".formatted(name, utf8.length).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(utf8);
    bytes.write('\n');
    return this;
  }

  Fields add(String name, long value) {
    return add(name, Long.toString(value));
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** UTC with six digits of the second, for example {@code 2026-11-23T02:00:00.000000Z}. */
  static String time(Instant at) {
    return MICROSECONDS.format(at);
  }
}
