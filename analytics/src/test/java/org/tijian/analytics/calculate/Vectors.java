package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.RuleBook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published results that come with the tests, and the calculator they are held against. */
final class Vectors {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** What was worked out in binary is certain to so many places. */
  private static final int BINARY_PLACES = 14;

  static final RuleBook RULES = rules();
  static final Calculator CALCULATOR = new Calculator(RULES);
  static final List<String> FILES =
      List.of(
          "appendix_e_level.json",
          "calibration_error_7day.json",
          "calibration_error_online_offline.json",
          "cycle_time.json",
          "ecmps_unit_tests.json",
          "en14181.json",
          "flow_to_load_check.json",
          "flow_to_load_reference.json",
          "hourly_bias_adjustment.json",
          "linearity.json",
          "rata.json",
          "rata_summary.json",
          "status_scenarios_derived.json");

  private Vectors() {}

  private static RuleBook rules() {
    List<CheckForm> forms = new ArrayList<>(new CheckCatalogue(Factors.builtIn()).forms());
    forms.addAll(Calculator.forms());
    return RuleBook.builtIn(forms);
  }

  static List<JsonNode> of(String file) {
    return JSON.readTree(text(file)).valueStream().toList();
  }

  static String text(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode answer(String question) {
    return JSON.readTree(CALCULATOR.answer(question));
  }

  /** The result of a question made of its parts. */
  static JsonNode result(String standard, String test, String inputs) {
    JsonNode answer =
        answer(
            "{\"id\":1,\"standard\":\"%s\",\"test\":\"%s\",\"inputs\":%s}"
                .formatted(standard, test, inputs));
    assertThat(answer.has("error")).as(answer.toString()).isFalse();
    return answer.path("result");
  }

  static JsonNode answer(JsonNode question) {
    return JSON.readTree(CALCULATOR.answer(question.toString()));
  }

  static JsonNode result(JsonNode question) {
    JsonNode answer = answer(question);
    assertThat(answer.path("id")).isEqualTo(question.path("id"));
    assertThat(answer.has("error")).as(answer.toString()).isFalse();
    return answer.path("result");
  }

  /**
   * What a vector wants: the engine's own value where there is one, otherwise the published one.
   * Missing where the published value is known to be wrong.
   */
  static JsonNode wanted(JsonNode vector) {
    JsonNode expected = vector.path("expected");
    JsonNode recalculated = expected.path("ecmps_recalculated");
    if (recalculated.isObject() && !recalculated.isEmpty()) {
      return recalculated;
    }
    if (vector.path("agrees").isBoolean() && !vector.path("agrees").asBoolean()) {
      return JSON.missingNode();
    }
    return expected.has("reported") ? expected.path("reported") : expected;
  }

  /** Numbers agree at the precision of the published one; everything else to the letter. */
  static boolean agrees(JsonNode wanted, JsonNode found) {
    if (wanted.isNumber() && found.isNumber()) {
      BigDecimal number = wanted.decimalValue();
      int places = Math.min(Math.max(number.scale(), 0), BINARY_PLACES);
      BigDecimal rounded = found.decimalValue().setScale(places, RoundingMode.HALF_UP);
      return rounded.compareTo(number.setScale(places, RoundingMode.HALF_UP)) == 0;
    }
    if (wanted.isArray() && found.isArray()) {
      boolean same = wanted.size() == found.size();
      for (int i = 0; same && i < wanted.size(); i++) {
        same = agrees(wanted.path(i), found.path(i));
      }
      return same;
    }
    if (wanted.isObject() && found.isObject()) {
      return wanted.properties().stream()
          .allMatch(entry -> agrees(entry.getValue(), found.path(entry.getKey())));
    }
    return wanted.equals(found);
  }
}
