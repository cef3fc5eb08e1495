package org.tijian.inspection.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the product's own YAML files. A key that is unknown or missing is an error, at the start.
 */
public final class YamlFile {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private YamlFile() {}

  /**
   * @param path on the class path, beginning with a slash
   */
  public static <T> T read(String path, Class<T> type) throws IOException {
    try (InputStream yaml = YamlFile.class.getResourceAsStream(path)) {
      return MAPPER.readValue(Objects.requireNonNull(yaml, path), type);
    }
  }

  /** The file as it is. */
  static byte[] bytes(String path) throws IOException {
    try (InputStream yaml = YamlFile.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(yaml, path).readAllBytes();
    }
  }
}
