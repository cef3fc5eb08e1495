package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The inputs of one test. What is missing, of the wrong kind or impossible is refused by its path;
 * unknown keys are left alone.
 *
 * @param path of this mapping, for messages
 */
record Inputs(String path, JsonNode node) {
  private static final int MOST = 1_000_000_000;

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

  private Field field(String key) {
    return new Field(path + "." + key, node.path(key));
  }

  boolean has(String key) {
    return field(key).isTold();
  }

  BigDecimal number(String key) {
    return field(key).number();
  }

  Optional<BigDecimal> optionalNumber(String key) {
    return has(key) ? Optional.of(number(key)) : Optional.empty();
  }

  BigDecimal notNegative(String key) {
    BigDecimal number = number(key);
    if (number.signum() < 0) {
      throw wrong("out-of-range", key, "must not be below zero");
    }
    return number;
  }

  Optional<BigDecimal> optionalPositive(String key) {
    return has(key) ? Optional.of(positive(key)) : Optional.empty();
  }

  BigDecimal positive(String key) {
    BigDecimal number = number(key);
    if (number.signum() <= 0) {
      throw wrong("out-of-range", key, "must be above zero");
    }
    return number;
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
    return has(key) ? Optional.of(field(key).flag()) : Optional.empty();
  }

  String text(String key) {
    return field(key).text();
  }

  Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** One of the given words, in whatever case it is written. */
  String word(String key, Set<String> words) {
    String text = text(key).toUpperCase(Locale.ROOT);
    if (!words.contains(text)) {
      throw wrong("unknown-value", key, "must be one of " + new TreeSet<>(words));
    }
    return text;
  }

  LocalDate date(String key) {
    return field(key).date();
  }

  Optional<LocalDateTime> minute(String key) {
    return field(key).minute();
  }

  /** Numbers of a list of at least so many. */
  List<BigDecimal> numbers(String key, int fewest) {
    Field field = field(key);
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < field.list().size(); i++) {
      numbers.add(field.element(i).number());
    }
    requireSize(key, numbers, fewest);
    return numbers;
  }

  List<Inputs> list(String key) {
    List<Inputs> items = new ArrayList<>();
    for (JsonNode item : field(key).list()) {
      items.add(of("%s.%s[%d]".formatted(path, key, items.size()), item));
    }
    return items;
  }

  List<Inputs> list(String key, int fewest) {
    List<Inputs> items = list(key);
    requireSize(key, items, fewest);
    return items;
  }

  private void requireSize(String key, List<?> items, int fewest) {
    if (items.size() < fewest) {
      throw wrong("too-few", key, "must be %d or more".formatted(fewest));
    }
  }

  InputException wrong(String code, String key, String what) {
    return field(key).wrong(code, what);
  }

  InputException missing(String key) {
    return field(key).missing();
  }
}
