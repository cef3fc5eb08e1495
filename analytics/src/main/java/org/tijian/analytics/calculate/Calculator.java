package org.tijian.analytics.calculate;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.RuleBook;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers questions of the form {@code {"id", "standard", "test", "inputs"}}, one JSON text each.
 */
public final class Calculator {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final List<Calculation> calculations;

  private final boolean isAlwaysWorked;

  public Calculator(RuleBook rules) {
    this(rules, false);
  }

  /**
   * @param isAlwaysWorked whether every answer shows its working, asked for or not
   */
  public Calculator(RuleBook rules, boolean isAlwaysWorked) {
    this.calculations = Calculations.all(rules);
    this.isAlwaysWorked = isAlwaysWorked;
  }

  /** What the rules of the calculations have to give and say. */
  public static Collection<CheckForm> forms() {
    return List.of(Part75.rataForm(), Part75.calibrationErrorForm());
  }

  /**
   * @return {@code {"id", "result"}}, with {@code "working": {"zh", "en"}} if the question says
   *     {@code "working": true}, or {@code {"id", "error": {"code", "message", "field"}}} if the
   *     question has no answer; never a number that is none
   */
  public String answer(String question) {
    ObjectNode answer = JSON.createObjectNode();
    try {
      JsonNode asked = read(question);
      answer.set("id", asked.path("id").isMissingNode() ? null : asked.path("id"));
      Calculation calculation = calculation(asked);
      Sheet sheet = calculation.sum().apply(Inputs.of(asked.path("inputs")));
      put(answer.putObject("result"), sheet.results());
      if (isAlwaysWorked || asked.path("working").asBoolean(false)) {
        put(answer.putObject("working"), sheet.working());
      }
    } catch (InputException e) {
      put(answer, e);
    } catch (ArithmeticException e) {
      put(answer, new InputException("no-result", "the sum has no result", "inputs"));
    }
    return JSON.writeValueAsString(answer);
  }

  private static JsonNode read(String question) {
    try {
      JsonNode asked = JSON.readTree(question);
      if (asked.isObject()) {
        return asked;
      }
    } catch (JacksonException e) {
      throw new InputException("not-json", "not JSON: " + e.getOriginalMessage(), null);
    }
    throw new InputException("not-an-object", "a JSON object is expected", null);
  }

  private Calculation calculation(JsonNode asked) {
    String standard =
        text(asked, "standard")
            .replaceFirst("\\s*\\(.*\\)$", "")
            .replaceAll("[\\s_]", "")
            .toUpperCase(Locale.ROOT);
    String test = text(asked, "test");
    List<Calculation> ofStandard =
        calculations.stream().filter(c -> c.standards().contains(standard)).toList();
    if (ofStandard.isEmpty()) {
      throw new InputException("unknown-standard", "no test of this standard is known", "standard");
    }
    return ofStandard.stream()
        .filter(c -> c.test().equals(test))
        .findFirst()
        .orElseThrow(
            () -> new InputException("unknown-test", "the standard has no such test", "test"));
  }

  private static String text(JsonNode asked, String key) {
    JsonNode text = asked.path(key);
    if (!text.isString()) {
      throw new InputException("missing", key + " is missing", key);
    }
    return text.asString();
  }

  private static void put(ObjectNode node, Map<String, @Nullable Object> result) {
    result.forEach((name, value) -> node.set(name, JSON.valueToTree(plain(value))));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Calculator::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, item) -> plain.put(String.valueOf(key), plain(item)));
      return plain;
    }
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void put(ObjectNode node, LocalName working) {
    node.putPOJO("zh", working.zh().lines().toList());
    node.putPOJO("en", working.en().lines().toList());
  }

  private static void put(ObjectNode answer, InputException wrong) {
    if (!answer.has("id")) {
      answer.putNull("id");
    }
    ObjectNode error = answer.putObject("error");
    error.put("code", wrong.code()).put("message", wrong.message()).put("field", wrong.field());
  }
}
