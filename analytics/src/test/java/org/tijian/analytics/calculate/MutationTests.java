package org.tijian.analytics.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is done to a single field of a question, the answer is a result or an error that names
 * code, message and field: never a crash, never a number that is none.
 */
class MutationTests {
  private static final Pattern NO_NUMBER = Pattern.compile("NaN|Infinity|[0-9]E[+-]?[0-9]");
  private static final int LONGEST_LIST = 3;

  /** The first so many are tried on every field, one of all in turn besides. */
  private static final int ON_EVERY_FIELD = 4;

  /** One way to spoil a field. */
  record Mutation(String name, UnaryOperator<JsonNode> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final JsonNode DELETED = Vectors.JSON.missingNode();

  private static final List<Mutation> MUTATIONS =
      List.of(
          new Mutation("deleted", node -> DELETED),
          new Mutation("null", node -> Vectors.JSON.nullNode()),
          new Mutation("NaN as text", node -> text("\"NaN\"")),
          new Mutation("negated", node -> node.isNumber() ? text("-" + node) : text("-1")),
          new Mutation("Infinity as text", node -> text("\"-Infinity\"")),
          new Mutation("zero", node -> text("0")),
          new Mutation("huge", node -> text("1e300")),
          new Mutation("tiny", node -> text("1e-300")),
          new Mutation("text", node -> text("\"abc\"")),
          new Mutation("list", node -> text("[]")),
          new Mutation("object", node -> text("{}")),
          new Mutation("true", node -> text("true")));

  private static JsonNode text(String json) {
    return Vectors.JSON.readTree(json.replace("--", ""));
  }

  static Stream<String> files() {
    return Vectors.FILES.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFieldOfEveryEntryMayBeSpoiled(String file) {
    int spoiled = 0;
    for (JsonNode vector : Vectors.of(file)) {
      for (List<Object> path : paths(vector.path("inputs"))) {
        for (Mutation mutation : MUTATIONS.subList(0, ON_EVERY_FIELD)) {
          spoiled++;
          assertAnswered(mutated(vector, path, mutation), path + " " + mutation);
        }
        Mutation other = MUTATIONS.get(spoiled / ON_EVERY_FIELD % MUTATIONS.size());
        assertAnswered(mutated(vector, path, other), path + " " + other);
      }
    }
    assertThat(spoiled).isGreaterThan(ON_EVERY_FIELD * 8);
  }

  @ParameterizedTest
  @MethodSource("files")
  void severalFieldsMayBeSpoiledAtOnce(String file) {
    Random random = new Random(20261124);
    List<JsonNode> vectors = Vectors.of(file);
    for (int i = 0; i < 300; i++) {
      JsonNode vector = vectors.get(random.nextInt(vectors.size()));
      for (int k = 0; k < 3; k++) {
        List<List<Object>> paths = paths(vector.path("inputs"));
        if (!paths.isEmpty()) {
          List<Object> path = paths.get(random.nextInt(paths.size()));
          Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
          vector = mutated(vector, path, mutation);
        }
      }
      assertAnswered(vector, String.valueOf(i));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void notANumberIsNoJson(String file) {
    JsonNode vector = Vectors.of(file).get(0);
    for (String word : List.of("NaN", "Infinity", "-Infinity")) {
      String question =
          vector.toString().replaceFirst("\"inputs\":\\{", "\"inputs\":{\"x\":" + word + ",");

      assertThat(Vectors.CALCULATOR.answer(question)).contains("\"code\":\"not-json\"");
    }
  }

  private static void assertAnswered(JsonNode question, String what) {
    String text = Vectors.CALCULATOR.answer(question.toString());
    JsonNode answer = Vectors.JSON.readTree(text);
    String told = what + " of " + question.path("id") + ": " + text;
    assertThat(answer.has("result")).as(told).isNotEqualTo(answer.has("error"));
    assertThat(NO_NUMBER.matcher(text).find()).as(told).isFalse();
    if (answer.has("error")) {
      assertThat(answer.path("error").path("code").asString()).as(told).isNotBlank();
      assertThat(answer.path("error").path("message").asString()).as(told).isNotBlank();
      assertThat(answer.path("error").path("field").asString()).as(told).startsWith("inputs");
    }
  }

  /** Every place below the node; of long lists the first few. */
  private static List<List<Object>> paths(JsonNode node) {
    List<List<Object>> paths = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(e -> add(paths, e.getKey(), e.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < Math.min(node.size(), LONGEST_LIST); i++) {
        add(paths, i, node.path(i));
      }
    }
    return paths;
  }

  private static void add(List<List<Object>> paths, Object key, JsonNode value) {
    paths.add(List.of(key));
    for (List<Object> below : paths(value)) {
      List<Object> path = new ArrayList<>(List.of(key));
      path.addAll(below);
      paths.add(path);
    }
  }

  private static JsonNode mutated(JsonNode vector, List<Object> path, Mutation mutation) {
    JsonNode copy = vector.deepCopy();
    JsonNode parent = copy.path("inputs");
    for (Object key : path.subList(0, path.size() - 1)) {
      parent = key instanceof Integer i ? parent.path(i) : parent.path(key.toString());
    }
    Object last = path.get(path.size() - 1);
    if (last instanceof Integer i) {
      JsonNode changed = mutation.change().apply(parent.path(i));
      if (changed.isMissingNode()) {
        ((ArrayNode) parent).remove(i);
      } else {
        ((ArrayNode) parent).set(i, changed);
      }
    } else {
      JsonNode changed = mutation.change().apply(parent.path(last.toString()));
      if (changed.isMissingNode()) {
        ((ObjectNode) parent).remove(last.toString());
      } else {
        ((ObjectNode) parent).set(last.toString(), changed);
      }
    }
    return copy;
  }
}
