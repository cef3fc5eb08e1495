package org.tijian.gateway.codec;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A time of HJ 212, to the second (14 digits) or the millisecond (17), in a form that reads well.
 */
final class WrittenTime {
  private static final DateTimeFormatter SECONDS = strict("uuuuMMddHHmmss");
  private static final DateTimeFormatter MILLISECONDS = strict("uuuuMMddHHmmssSSS");
  private static final DateTimeFormatter READABLE = strict("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter READABLE_FINE = strict("uuuu-MM-dd HH:mm:ss.SSS");

  private WrittenTime() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  static boolean isMilliseconds(String digits) {
    return parsed(digits, MILLISECONDS) != null;
  }

  /** The same in both languages; null if it is no time. */
  static @Nullable LocalName of(String digits) {
    LocalDateTime fine = parsed(digits, MILLISECONDS);
    LocalDateTime coarse = parsed(digits, SECONDS);
    if (fine != null) {
      return same(fine.format(READABLE_FINE));
    }
    return coarse == null ? null : same(coarse.format(READABLE));
  }

  private static LocalName same(String text) {
    return new LocalName(text, text);
  }

  private static @Nullable LocalDateTime parsed(String digits, DateTimeFormatter format) {
    try {
      return LocalDateTime.parse(digits, format);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
