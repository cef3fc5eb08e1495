package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The inputs of one test. Whatever is missing, of the wrong kind or beyond all measure is refused
 * by its path; unknown keys are left alone.
 *
 * @param path of this mapping, for messages
 */
record Inputs(String path, JsonNode node) {
  /** Digits before and after the point that any measured value gets by with. */
  private static final int DIGITS = 20;

  private static final int DATE_LENGTH = 10;

  static Inputs of(JsonNode node) {
    return of("inputs", node);
  }

  private static Inputs of(String path, JsonNode node) {
    if (!node.isObject()) {
      String code = node.isMissingNode() ? "missing" : "not-an-object";
      throw new InputException(code, path + " must be an object", path);
    }
    return new Inputs(path, node);
  }

  BigDecimal number(String key) {
    return optionalNumber(key).orElseThrow(() -> missing(key));
  }

  Optional<BigDecimal> optionalNumber(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw wrong("not-a-number", key, "must be a number");
    }
    BigDecimal number = value.decimalValue();
    if (number.scale() > DIGITS || number.precision() - number.scale() > DIGITS) {
      throw wrong("out-of-range", key, "is beyond all measure");
    }
    return Optional.of(number);
  }

  BigDecimal notNegative(String key) {
    BigDecimal number = number(key);
    if (number.signum() < 0) {
      throw wrong("out-of-range", key, "must not be below zero");
    }
    return number;
  }

  Optional<BigDecimal> optionalPositive(String key) {
    Optional<BigDecimal> number = optionalNumber(key);
    if (number.isPresent() && number.get().signum() <= 0) {
      throw wrong("out-of-range", key, "must be above zero");
    }
    return number;
  }

  BigDecimal positive(String key) {
    return optionalPositive(key).orElseThrow(() -> missing(key));
  }

  String text(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      throw missing(key);
    }
    if (!value.isString() || value.asString().isBlank()) {
      throw wrong("not-a-text", key, "must be a text");
    }
    return value.asString().strip();
  }

  /** The date at the beginning of a text; what follows is a time of day. */
  LocalDate date(String key) {
    String text = text(key);
    try {
      return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    } catch (DateTimeParseException e) {
      throw wrong("not-a-date", key, "must begin with a date like 2018-03-01");
    }
  }

  List<Inputs> list(String key) {
    JsonNode list = node.path(key);
    if (list.isMissingNode() || list.isNull()) {
      throw missing(key);
    }
    if (!list.isArray()) {
      throw wrong("not-a-list", key, "must be a list");
    }
    List<Inputs> items = new ArrayList<>();
    for (JsonNode item : list) {
      items.add(of("%s[%d]".formatted(at(key), items.size()), item));
    }
    return items;
  }

  InputException wrong(String code, String key, String what) {
    return new InputException(code, "%s %s".formatted(at(key), what), at(key));
  }

  private InputException missing(String key) {
    return wrong("missing", key, "is missing");
  }

  private String at(String key) {
    return path + "." + key;
  }
}
