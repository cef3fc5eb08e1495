package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One input, told or not, and where it stands in the question. Whatever is of the wrong kind or
 * beyond all measure is refused by its path.
 */
record Field(String path, JsonNode value) {
  /** Digits before and after the point that any measured value gets by with. */
  private static final int DIGITS = 20;

  private static final int DATE_LENGTH = 10;
  private static final Set<BigDecimal> FLAGS = Set.of(BigDecimal.ZERO, BigDecimal.ONE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd H:m").withResolverStyle(ResolverStyle.STRICT);

  boolean isTold() {
    return !value.isMissingNode() && !value.isNull();
  }

  BigDecimal number() {
    requireTold();
    if (!value.isNumber()) {
      throw wrong("not-a-number", "must be a number");
    }
    BigDecimal number = value.decimalValue();
    if (number.scale() > DIGITS || number.precision() - number.scale() > DIGITS) {
      throw wrong("out-of-range", "is beyond all measure");
    }
    return number;
  }

  /** Zero or false, one or true. */
  boolean flag() {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    BigDecimal number = number();
    if (!FLAGS.contains(number.stripTrailingZeros())) {
      throw wrong("unknown-value", "must be 0 or 1");
    }
    return number.signum() != 0;
  }

  String text() {
    requireTold();
    if (!value.isString() || value.asString().isBlank()) {
      throw wrong("not-a-text", "must be a text");
    }
    return value.asString().strip();
  }

  /** The date at the beginning of a text; what follows is a time of day. */
  LocalDate date() {
    String text = text();
    try {
      return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    } catch (DateTimeParseException e) {
      throw wrong("not-a-date", "must begin with a date like 2018-03-01");
    }
  }

  /** A date and a time of day like 2015-01-20 17:2; empty if there is no such minute. */
  Optional<LocalDateTime> minute() {
    try {
      return Optional.of(LocalDateTime.parse(text(), MINUTE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  JsonNode list() {
    requireTold();
    if (!value.isArray()) {
      throw wrong("not-a-list", "must be a list");
    }
    return value;
  }

  Field element(int i) {
    return new Field("%s[%d]".formatted(path, i), value.path(i));
  }

  InputException wrong(String code, String what) {
    return new InputException(code, "%s %s".formatted(path, what), path);
  }

  InputException missing() {
    return wrong("missing", "is missing");
  }

  private void requireTold() {
    if (!isTold()) {
      throw missing();
    }
  }
}
