package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private static final int MOST = 1_000_000_000;
  private static final Set<BigDecimal> FLAGS = Set.of(BigDecimal.ZERO, BigDecimal.ONE);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd H:m").withResolverStyle(ResolverStyle.STRICT);

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
    return Optional.of(measured(value, key));
  }

  private BigDecimal measured(JsonNode value, String key) {
    if (!value.isNumber()) {
      throw wrong("not-a-number", key, "must be a number");
    }
    BigDecimal number = value.decimalValue();
    if (number.scale() > DIGITS || number.precision() - number.scale() > DIGITS) {
      throw wrong("out-of-range", key, "is beyond all measure");
    }
    return number;
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

  /** A count: a whole number from {@code fewest} up to a thousand million. */
  int count(String key, int fewest) {
    BigDecimal number = number(key);
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(fewest)) < 0
        || number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw wrong("out-of-range", key, "must be a whole number, " + fewest + " or more");
    }
    return number.intValueExact();
  }

  /** Zero or false, one or true; empty if it is not told. */
  Optional<Boolean> optionalFlag(String key) {
    JsonNode value = node.path(key);
    if (value.isBoolean()) {
      return Optional.of(value.asBoolean());
    }
    Optional<BigDecimal> number = optionalNumber(key);
    if (number.isPresent() && !FLAGS.contains(number.get().stripTrailingZeros())) {
      throw wrong("unknown-value", key, "must be 0 or 1");
    }
    return number.map(n -> n.signum() != 0);
  }

  /** Numbers of a list of at least so many. */
  List<BigDecimal> numbers(String key, int fewest) {
    JsonNode list = listNode(key);
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      numbers.add(new Inputs(path, list).element(key, i));
    }
    if (numbers.size() < fewest) {
      throw wrong("too-few", key, "must be %d or more".formatted(fewest));
    }
    return numbers;
  }

  private BigDecimal element(String key, int i) {
    JsonNode value = node.path(i);
    String name = "%s[%d]".formatted(key, i);
    if (value.isNull()) {
      throw missing(name);
    }
    return measured(value, name);
  }

  Optional<String> optionalText(String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(key));
  }

  /** One of the given words, in whatever case it is written. */
  String word(String key, Set<String> words) {
    String text = text(key).toUpperCase(Locale.ROOT);
    if (!words.contains(text)) {
      throw wrong("unknown-value", key, "must be one of " + new TreeSet<>(words));
    }
    return text;
  }

  boolean has(String key) {
    return !node.path(key).isMissingNode() && !node.path(key).isNull();
  }

  /** A date and a time of day like 2015-01-20 17:2; empty if there is no such minute. */
  Optional<LocalDateTime> minute(String key) {
    try {
      return Optional.of(LocalDateTime.parse(text(key), MINUTE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
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

  private JsonNode listNode(String key) {
    JsonNode list = node.path(key);
    if (list.isMissingNode() || list.isNull()) {
      throw missing(key);
    }
    if (!list.isArray()) {
      throw wrong("not-a-list", key, "must be a list");
    }
    return list;
  }

  List<Inputs> list(String key, int fewest) {
    List<Inputs> items = list(key);
    if (items.size() < fewest) {
      throw wrong("too-few", key, "must be %d or more".formatted(fewest));
    }
    return items;
  }

  List<Inputs> list(String key) {
    JsonNode list = listNode(key);
    List<Inputs> items = new ArrayList<>();
    for (JsonNode item : list) {
      items.add(of("%s[%d]".formatted(at(key), items.size()), item));
    }
    return items;
  }

  InputException wrong(String code, String key, String what) {
    return new InputException(code, "%s %s".formatted(at(key), what), at(key));
  }

  InputException missing(String key) {
    return wrong("missing", key, "is missing");
  }

  private String at(String key) {
    return path + "." + key;
  }
}
