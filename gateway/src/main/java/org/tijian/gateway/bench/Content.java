package org.tijian.gateway.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tijian.gateway.codec.Hj212Crc;

/** Messages as loggers send them; the same arguments give the same message. */
final class Content {
  /** Concentrations, oxygen, flow and the like: what a stack of a power plant reports. */
  private static final String[] FACTORS = {
    "a21026", "a21002", "a34013", "a21005", "a19001", "a01011", "a01012", "a01013", "a01014",
    "a00000", "a21001", "a21024", "a05001"
  };

  private static final DateTimeFormatter BEIJING =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(8));

  /** Values of a minute frame: mean, smallest, largest and amount of each factor. */
  static final int MINUTE_VALUES = 4 * FACTORS.length;

  private Content() {}

  /**
   * Minute data of 13 factors with mean, smallest and largest value and amount; without marks, so
   * that the segment keeps within the 1024 bytes of HJ 212-2017 6.3.1.
   *
   * @param number tells frames of a logger apart; drifts slowly, as measured values do
   */
  static byte[] minute(String mn, Instant start, long number) {
    String time = BEIJING.format(start);
    StringBuilder text = head(time, "2051", mn);
    for (int i = 0; i < FACTORS.length; i++) {
      long mean = 1_000L * (i + 1) + (number * (i + 7)) % 977;
      text.append(';').append(FACTORS[i]).append("-Avg=");
      decimal(text, mean);
      text.append(',').append(FACTORS[i]).append("-Min=");
      decimal(text, mean - 11 - i);
      text.append(',').append(FACTORS[i]).append("-Max=");
      decimal(text, mean + 13 + i);
      text.append(',').append(FACTORS[i]).append("-Cou=");
      decimal(text, mean * 6);
    }
    return framed(text.append("&&"));
  }

  /** Real-time data of two factors. */
  static byte[] moment(String mn, Instant at, long number) {
    StringBuilder text = head(BEIJING.format(at), "2011", mn);
    text.append(";a21026-Rtd=");
    decimal(text, 1_000 + number % 500);
    text.append(",a21026-Flag=N;a21002-Rtd=");
    decimal(text, 2_000 + number % 700);
    return framed(text.append(",a21002-Flag=N&&"));
  }

  /** A moment with three values as JSON, for the topic {@code tijian/v1/{mn}/json}. */
  static byte[] threeValues(Instant at, long number) {
    String text =
        """
        {"kind":"realtime","time":"%s","factors":{"a21026":{"rtd":%d.%02d},"a21002":{"rtd":%d.%02d},"a19001":{"rtd":%d.%d}}}"""
            .formatted(
                at,
                10 + number % 50,
                number % 100,
                20 + number % 30,
                number % 97,
                12 + number % 4,
                number % 10);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static StringBuilder head(String time, String command, String mn) {
    return new StringBuilder(1_200)
        .append("QN=")
        .append(time)
        .append(command.substring(1))
        .append(";ST=31;CN=")
        .append(command)
        .append(";PW=123456;MN=")
        .append(mn)
        .append(";Flag=4;CP=&&DataTime=")
        .append(time);
  }

  /** Hundredths. */
  private static void decimal(StringBuilder text, long hundredths) {
    text.append(hundredths / 100).append('.');
    long rest = hundredths % 100;
    text.append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10));
  }

  private static byte[] framed(StringBuilder segment) {
    byte[] bytes = segment.toString().getBytes(StandardCharsets.US_ASCII);
    String head = String.format(Locale.ROOT, "##%04d", bytes.length);
    String tail = Hj212Crc.text(bytes, 0, bytes.length) + "\r\n";
    byte[] frame = new byte[head.length() + bytes.length + tail.length()];
    System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, frame, 0, head.length());
    System.arraycopy(bytes, 0, frame, head.length(), bytes.length);
    System.arraycopy(
        tail.getBytes(StandardCharsets.US_ASCII),
        0,
        frame,
        head.length() + bytes.length,
        tail.length());
    return frame;
  }
}
