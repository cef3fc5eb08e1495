package org.tijian.gateway.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The collected frames: of the standards, of real devices, and made for tests. */
final class Vectors {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Vectors() {}

  record Vector(JsonNode node) {
    String id() {
      return node.get("id").stringValue();
    }

    byte[] bytes() {
      JsonNode base64 = node.get("frame_b64");
      return base64 == null
          ? node.get("frame").stringValue().getBytes(StandardCharsets.US_ASCII)
          : Base64.getDecoder().decode(base64.stringValue());
    }

    boolean isStream() {
      return node.has("kind");
    }

    boolean isEncrypted() {
      return node.has("key_hex");
    }

    boolean crcValid() {
      return node.get("crc_valid").booleanValue();
    }

    boolean lengthValid() {
      return node.get("length_valid").booleanValue();
    }

    boolean otherCrcMatches() {
      return node.path("crc_other").asString("").contains("MODBUS");
    }

    String text(String name) {
      return node.get(name).asString();
    }

    boolean isAcceptable() {
      return !isEncrypted() && lengthValid() && (crcValid() || otherCrcMatches());
    }
  }

  static Stream<Named<Vector>> all() {
    return lines().map(vector -> Named.of(vector.id(), vector));
  }

  static Stream<Named<Vector>> single() {
    return lines().filter(v -> !v.isStream()).map(vector -> Named.of(vector.id(), vector));
  }

  static Vector of(String id) {
    return lines().filter(vector -> vector.id().equals(id)).findFirst().orElseThrow();
  }

  static Stream<Vector> lines() {
    try (InputStream in = Vectors.class.getResourceAsStream("/hj212/vectors.jsonl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.copyOf(text.lines().toList()).stream().map(JSON::readTree).map(Vector::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
