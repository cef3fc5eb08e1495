package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.check.CheckCatalogue;
import org.tijian.analytics.standard.CheckForm;
import org.tijian.analytics.standard.Factors;
import org.tijian.analytics.standard.RuleBook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the calculator against results that the EPA's check engine stored (easey-db-scripts
 * d5afdba9, test fixtures of ECMPS; public domain). Every value that is published must agree at its
 * printed precision.
 *
 * <p>A null of the engine has three meanings. Nothing could be worked out: seven-day injections
 * without span or with an unknown gas level, and levels with too few runs. The value belongs to all
 * levels together: frequency and result of flow. Both follow from the inputs and are asserted. Or
 * the engine stopped for a reason that is not among the inputs (another system type, missing
 * papers): there is nothing to agree with, and the calculator tells what the numbers say.
 */
class PublishedVectorTests {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Calculator CALCULATOR = calculator();

  static Calculator calculator() {
    List<CheckForm> forms = new ArrayList<>(new CheckCatalogue(Factors.builtIn()).forms());
    forms.addAll(Calculator.forms());
    return new Calculator(RuleBook.builtIn(forms));
  }

  static List<JsonNode> rata() throws IOException {
    return vectors("rata.json").stream()
        .filter(v -> v.path("expected").has("ecmps_recalculated"))
        .toList();
  }

  static List<JsonNode> sevenDay() throws IOException {
    return vectors("calibration_error_7day.json");
  }

  @Test
  void seesAllPublishedResults() throws IOException {
    assertThat(rata()).hasSize(14);
    assertThat(sevenDay()).hasSize(270);
  }

  @ParameterizedTest
  @MethodSource("sevenDay")
  void calibrationErrorAgreesInEveryValueAndEveryNull(JsonNode vector) {
    JsonNode expected = vector.path("expected").path("ecmps_recalculated");

    JsonNode result = result(vector);

    assertThat(result.propertyNames())
        .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
    for (String name : expected.propertyNames()) {
      assertSame(name, expected.path(name), result.path(name));
    }
  }

  @ParameterizedTest
  @MethodSource("rata")
  void relativeAccuracyAgreesInEveryPublishedValue(JsonNode vector) {
    JsonNode expected = vector.path("expected").path("ecmps_recalculated");

    JsonNode result = result(vector);

    assertThat(result.propertyNames())
        .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
    for (String name : expected.propertyNames()) {
      if (!expected.path(name).isNull()) {
        assertSame(name, expected.path(name), result.path(name));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rata")
  void saysNothingOfALevelWithTooFewRunsNorOfAWholeFlowTest(JsonNode vector) {
    JsonNode result = result(vector);
    long used =
        vector.path("inputs").path("runs").valueStream().filter(r -> is(r, "RUNUSED")).count();

    if (used < 9) {
      assertThat(result).allMatch(JsonNode::isNull);
    }
    if (vector.path("inputs").path("system_type").asString().equals("FLOW")) {
      assertThat(result.path("frequency").isNull()).isTrue();
      assertThat(result.path("test_result").isNull()).isTrue();
    }
  }

  private static boolean is(JsonNode run, String status) {
    return run.path("status").asString().equals(status);
  }

  private JsonNode result(JsonNode vector) {
    JsonNode answer = JSON.readTree(CALCULATOR.answer(vector.toString()));
    assertThat(answer.path("id")).isEqualTo(vector.path("id"));
    assertThat(answer.has("error")).as(answer.toString()).isFalse();
    return answer.path("result");
  }

  /** Numbers agree at the precision of the published one; everything else to the letter. */
  private static void assertSame(String name, JsonNode expected, JsonNode found) {
    if (expected.isNumber() && found.isNumber()) {
      BigDecimal published = expected.decimalValue();
      int decimals = Math.max(0, published.scale());
      assertThat(found.decimalValue().setScale(decimals, RoundingMode.HALF_UP))
          .as(name)
          .isEqualByComparingTo(published);
    } else {
      assertThat(found).as(name).isEqualTo(expected);
    }
  }

  private static List<JsonNode> vectors(String file) throws IOException {
    try (InputStream in = PublishedVectorTests.class.getResourceAsStream("/vectors/" + file)) {
      return JSON.readTree(in).valueStream().toList();
    }
  }
}
