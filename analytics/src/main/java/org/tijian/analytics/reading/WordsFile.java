package org.tijian.analytics.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of words that comes with the product: tables of entries in both languages. */
record WordsFile(JsonNode root) {

  static WordsFile of(String resource) {
    try (InputStream in = WordsFile.class.getResourceAsStream(resource)) {
      return new WordsFile(
          YAMLMapper.builder().build().readTree(Objects.requireNonNull(in, resource)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Hj212Term> table(String name) {
    Map<String, Hj212Term> table = new LinkedHashMap<>();
    root.path(name).properties().forEach(e -> table.put(e.getKey(), term(e.getValue())));
    return table;
  }

  LocalName text(String name) {
    return term(root.path(name)).name();
  }

  private static Hj212Term term(JsonNode node) {
    return new Hj212Term(
        new LocalName(node.path("zh").asString(), node.path("en").asString()),
        optional(node, "unit"),
        optional(node, "clause"),
        optional(node, "of"));
  }

  private static @Nullable String optional(JsonNode node, String key) {
    return node.has(key) ? node.path(key).asString() : null;
  }
}
