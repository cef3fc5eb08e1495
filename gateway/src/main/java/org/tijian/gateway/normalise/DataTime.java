package org.tijian.gateway.normalise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The field DataTime: {@code yyyyMMddHHmmss} by the logger's clock, normally Beijing time; some
 * loggers add milliseconds.
 */
final class DataTime {
  private static final DateTimeFormatter SECONDS = strict("uuuuMMddHHmmss");
  private static final DateTimeFormatter MILLISECONDS = strict("uuuuMMddHHmmssSSS");

  private DataTime() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Empty if the text is missing or no time of any calendar. */
  static Optional<Instant> parse(@Nullable String text, ZoneOffset offset) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      DateTimeFormatter format = text.length() == 14 ? SECONDS : MILLISECONDS;
      return Optional.of(LocalDateTime.parse(text, format).toInstant(offset));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
