package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

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
  static List<JsonNode> rata() {
    return Vectors.of("rata.json").stream()
        .filter(v -> v.path("expected").has("ecmps_recalculated"))
        .toList();
  }

  static List<JsonNode> sevenDay() {
    return Vectors.of("calibration_error_7day.json");
  }

  @Test
  void seesAllPublishedResults() {
    assertThat(rata()).hasSize(14);
    assertThat(sevenDay()).hasSize(270);
  }

  @ParameterizedTest
  @MethodSource("sevenDay")
  void calibrationErrorAgreesInEveryValueAndEveryNull(JsonNode vector) {
    JsonNode expected = vector.path("expected").path("ecmps_recalculated");

    JsonNode result = Vectors.result(vector);

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

    JsonNode result = Vectors.result(vector);

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
    JsonNode result = Vectors.result(vector);
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

  private static void assertSame(String name, JsonNode expected, JsonNode found) {
    assertThat(Vectors.agrees(expected, found))
        .as("%s: wanted %s, found %s", name, expected, found)
        .isTrue();
  }
}
