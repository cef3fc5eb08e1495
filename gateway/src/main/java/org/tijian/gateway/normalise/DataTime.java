package org.tijian.gateway.normalise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.BeijingTime;

/** The field DataTime: {@code yyyyMMddHHmmss} in Beijing time; some loggers add milliseconds. */
final class DataTime {
  private static final DateTimeFormatter SECONDS = strict("uuuuMMddHHmmss");
  private static final DateTimeFormatter MILLISECONDS = strict("uuuuMMddHHmmssSSS");

  private DataTime() {}

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Empty if the text is missing or no time of any calendar. */
  static Optional<Instant> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      DateTimeFormatter format = text.length() == 14 ? SECONDS : MILLISECONDS;
      return Optional.of(LocalDateTime.parse(text, format).toInstant(BeijingTime.OFFSET));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
