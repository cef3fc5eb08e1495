package org.tijian.analytics.calculate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tijian.analytics.standard.Provenance;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The clauses that come with the product, by id. */
final class Clauses {
  private static final String FILE = "calculate/clauses.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, Clause> byId = new LinkedHashMap<>();

  private Clauses() {}

  static Clauses builtIn() {
    try (InputStream in = Clauses.class.getClassLoader().getResourceAsStream(FILE)) {
      Clauses clauses = new Clauses();
      YAML.readTree(Objects.requireNonNull(in, FILE)).path("clauses").forEach(clauses::add);
      return clauses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Clause clause(String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }

  Map<String, Clause> all() {
    return Map.copyOf(byId);
  }

  private void add(JsonNode node) {
    Map<String, BigDecimal> constants = new HashMap<>();
    node.path("constants")
        .properties()
        .forEach(entry -> constants.put(entry.getKey(), entry.getValue().decimalValue()));
    Clause clause =
        new Clause(
            node.path("id").asString(),
            node.path("standard").asString(),
            node.path("edition").asString(),
            node.path("clause").isString() ? node.path("clause").asString() : null,
            Provenance.valueOf(node.path("provenance").asString().toUpperCase(Locale.ROOT)),
            constants);
    if (byId.put(clause.id(), clause) != null) {
      throw new IllegalStateException(clause.id() + " is there twice");
    }
  }
}
