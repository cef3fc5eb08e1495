package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class VectorTests {
  private final Hj212Codec codec = new Hj212Codec();
  private final JsonMapper json = JsonMapper.builder().build();
  private final FrameJson frameJson = new FrameJson(json);

  @Test
  void seesTheWholeCollection() {
    assertThat(Vectors.lines()).hasSize(90);
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#single")
  void givesOneVerdictPerFrameAndKeepsItsBytes(Vectors.Vector vector) {
    List<Decoded> decoded = codec.decode(vector.bytes());

    assertThat(decoded).singleElement().extracting(Decoded::bytes).isEqualTo(vector.bytes());
    assertThat(decoded.get(0) instanceof Decoded.Accepted).isEqualTo(vector.isAcceptable());
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#single")
  void findsLengthAndCheckSum(Vectors.Vector vector) {
    ObjectNode frame = frameJson.write(codec.decode(vector.bytes()).get(0));

    JsonNode length = frame.get("length");
    assertThat(length.get("declared").intValue())
        .isEqualTo(vector.node().get("length_declared").intValue());
    assertThat(length.get("found").intValue())
        .isEqualTo(vector.node().get("length_actual").intValue());
    assertThat(length.get("valid").booleanValue()).isEqualTo(vector.lengthValid());
    JsonNode crc = frame.get("crc");
    assertThat(crc.get("found").stringValue()).isEqualTo(vector.text("crc_in_frame"));
    if (!vector.isEncrypted()) {
      assertThat(crc.get("computed").stringValue()).isEqualTo(vector.text("crc_expected"));
      assertThat(crc.get("valid").booleanValue()).isEqualTo(vector.crcValid());
    }
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#single")
  void readsTheFieldsByName(Vectors.Vector vector) {
    ObjectNode frame = frameJson.write(codec.decode(vector.bytes()).get(0));

    JsonNode meaning = vector.node().get("meaning");
    for (String name : HeaderFields.ORDER) {
      if (meaning.has(name)) {
        assertThat(frame.get("fields").path(name).asString())
            .isEqualTo(meaning.get(name).stringValue());
      }
    }
    boolean noDataArea = frame.get("reason").path("code").asString("").equals("length-mismatch");
    if (!vector.isEncrypted() && !(noDataArea && frame.get("data").isEmpty())) {
      assertThat(frame.get("data")).isEqualTo(trimmed(meaning.get("CP")));
    }
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#single")
  void namesTheCheckSumThatTheSenderUsed(Vectors.Vector vector) {
    ObjectNode frame = frameJson.write(codec.decode(vector.bytes()).get(0));

    String other = vector.node().path("crc_other").asString("");
    String expected = vector.crcValid() && !vector.isEncrypted() ? "hj212" : null;
    if (other.contains("high byte first")) {
      expected = "modbus-high-first";
    } else if (other.contains("low byte first")) {
      expected = "modbus-low-first";
    }
    assertThat(frame.get("crc").get("matches").asString(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#all")
  void readsTheSameInChunksOfAnySize(Vectors.Vector vector) {
    byte[] bytes = vector.bytes();
    List<String> whole = described(codec.decode(bytes));

    for (int size = 1; size < bytes.length; size++) {
      assertThat(described(inChunks(bytes, size))).as("chunks of %d", size).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#single")
  void writesAConformingFrameAsItCame(Vectors.Vector vector) {
    for (Decoded decoded : codec.decode(vector.bytes())) {
      if (decoded instanceof Decoded.Accepted accepted && accepted.defects().isEmpty()) {
        assertThat(new Hj212Encoder().encode(accepted.frame())).isEqualTo(vector.bytes());
      }
    }
  }

  @Test
  void mostFramesOfTheStandardsConform() {
    long conforming =
        Vectors.lines()
            .flatMap(vector -> codec.decode(vector.bytes()).stream())
            .filter(d -> d instanceof Decoded.Accepted a && a.defects().isEmpty())
            .count();

    assertThat(conforming).isGreaterThan(45);
  }

  @Test
  void separatesFramesThatStickTogether() {
    List<Decoded> decoded = codec.decode(Vectors.of("V155").bytes());

    assertThat(decoded).hasSize(3).allMatch(d -> d instanceof Decoded.Accepted);
  }

  @Test
  void acceptsAFrameBehindAStrayHeader() {
    List<Decoded> decoded = codec.decode(Vectors.of("V160").bytes());

    assertThat(((Decoded.Accepted) decoded.get(0)).defects())
        .extracting(Defect::code)
        .containsExactly("stray-header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V005", "V006"})
  void saysThatAFrameIsEncryptedInsteadOfDamaged(String id) {
    Decoded decoded = codec.decode(Vectors.of(id).bytes()).get(0);

    assertThat(((Decoded.Refused) decoded).code()).isEqualTo("encrypted");
  }

  static List<Decoded> inChunks(byte[] bytes, int size) {
    return inChunks(bytes, size, Keys.NONE);
  }

  static List<Decoded> inChunks(byte[] bytes, int size, Keys keys) {
    Hj212Stream stream = new Hj212Codec().stream(keys);
    List<Decoded> decoded = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += size) {
      decoded.addAll(stream.feed(bytes, i, Math.min(size, bytes.length - i)));
    }
    decoded.addAll(stream.end());
    return decoded;
  }

  static List<String> described(List<Decoded> decoded) {
    return decoded.stream().map(VectorTests::described).toList();
  }

  private static String described(Decoded decoded) {
    String bytes = Bytes.text(decoded.bytes(), 0, decoded.bytes().length);
    if (decoded instanceof Decoded.Accepted accepted) {
      return "accepted %s %s %s".formatted(accepted.frame(), accepted.defects(), bytes);
    }
    Decoded.Refused refused = (Decoded.Refused) decoded;
    return "refused %s %s %s %d %s"
        .formatted(refused.code(), refused.declared(), refused.found(), refused.offset(), bytes);
  }

  private ArrayNode trimmed(JsonNode items) {
    ArrayNode array = json.createArrayNode();
    for (JsonNode item : items) {
      ObjectNode node = array.addObject();
      item.properties()
          .forEach(e -> node.put(e.getKey().strip(), e.getValue().stringValue().strip()));
    }
    return array;
  }
}
