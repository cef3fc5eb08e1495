package org.tijian.gateway.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The field DataTime: {@code yyyyMMddHHmmss} by the logger's clock, normally Beijing time; some
 * loggers add milliseconds. Read by hand, since every frame has one.
 */
final class DataTime {
  private static final int SECONDS_DIGITS = 14;
  private static final int MILLISECONDS_DIGITS = 17;
  private static final int NANOS_OF_MILLI = 1_000_000;

  private DataTime() {}

  /** Empty if the text is missing or no time of any calendar. */
  static Optional<Instant> parse(@Nullable String text, ZoneOffset offset) {
    if (text == null || !isWritten(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(time(text).toInstant(offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isWritten(String text) {
    int length = text.length();
    if (length != SECONDS_DIGITS && length != MILLISECONDS_DIGITS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime time(String digits) {
    int millis = digits.length() == SECONDS_DIGITS ? 0 : number(digits, SECONDS_DIGITS, 3);
    return LocalDateTime.of(
        number(digits, 0, 4),
        number(digits, 4, 2),
        number(digits, 6, 2),
        number(digits, 8, 2),
        number(digits, 10, 2),
        number(digits, 12, 2),
        millis * NANOS_OF_MILLI);
  }

  private static int number(String digits, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = 10 * number + (digits.charAt(i) - '0');
    }
    return number;
  }
}
