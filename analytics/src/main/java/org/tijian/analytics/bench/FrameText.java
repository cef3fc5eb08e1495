package org.tijian.analytics.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tijian.analytics.reading.BeijingTime;

/**
 * Minute data of HJ 212-2017 as a logger writes it: every factor with amount, smallest, mean and
 * largest value and its mark.
 */
final class FrameText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private FrameText() {}

  static byte[] of(int outlet, Instant at, MinuteSeries.Minute minute) {
    String time = TIME.format(at.atOffset(BeijingTime.OFFSET));
    StringBuilder segment = new StringBuilder(1200);
    segment.append(
        "QN=%s051;ST=31;CN=2051;PW=123456;MN=BENCH%04d;Flag=4;CP=&&DataTime=%s"
            .formatted(time, outlet, time));
    for (int i = 0; i < MinuteSeries.FACTORS; i++) {
      String code = StoreBench.factor(i);
      segment.append(";" + code + "-Cou=" + text(minute.amount()[i]));
      segment.append("," + code + "-Min=" + text(minute.minimum()[i]));
      segment.append("," + code + "-Avg=" + text(minute.value()[i]));
      segment.append("," + code + "-Max=" + text(minute.maximum()[i]));
      segment.append("," + code + "-Flag=" + (i == minute.calibrated() ? "C" : "N"));
    }
    segment.append("&&");
    String head = "##%04d".formatted(segment.length());
    return (head + segment + crc(segment) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(Number value) {
    return String.format(Locale.ROOT, "%.2f", value.doubleValue());
  }

  /** HJ 212 annex A. */
  private static String crc(CharSequence segment) {
    int register = 0xFFFF;
    for (int i = 0; i < segment.length(); i++) {
      register = register >> 8 ^ segment.charAt(i);
      for (int bit = 0; bit < 8; bit++) {
        register = register >> 1 ^ ((register & 1) == 1 ? 0xA001 : 0);
      }
    }
    return String.format(Locale.ROOT, "%04X", register);
  }
}
