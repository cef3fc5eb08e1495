package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two official examples of HJ 212-2025: V003 enciphered is V005, V004 is V006. */
class CipherTests {
  private static final byte[] OFFICIAL = "0".repeat(16).getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHER = "1".repeat(16).getBytes(StandardCharsets.US_ASCII);

  private final Hj212Codec codec = new Hj212Codec();

  @ParameterizedTest
  @CsvSource({"V005, V003", "V006, V004"})
  void opensTheOfficialExamplesInChunksOfAnySize(String wire, String plain) {
    byte[] bytes = Vectors.of(wire).bytes();

    for (int size = 1; size <= bytes.length; size++) {
      assertOpened(VectorTests.inChunks(bytes, size, Keys.of(List.of(OFFICIAL))), bytes, plain, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"V005", "V006"})
  void triesTheOlderKeysToo(String wire) {
    byte[] bytes = Vectors.of(wire).bytes();
    String plain = wire.equals("V005") ? "V003" : "V004";

    assertOpened(codec.decode(bytes, Keys.of(List.of(OTHER, OFFICIAL))), bytes, plain, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V005", "V006"})
  void saysThatNoKeyFits(String wire) {
    List<Decoded> decoded = codec.decode(Vectors.of(wire).bytes(), Keys.of(List.of(OTHER)));

    Decoded.Refused refused = (Decoded.Refused) decoded.get(0);
    assertThat(refused.code()).isEqualTo("encrypted");
    assertThat(refused.found()).isEqualTo("key-does-not-fit");
  }

  @ParameterizedTest
  @CsvSource({
    "V005, V003, braces, plain length",
    "V006, V004, braces, plain length",
    "V006, V004, braces, wire length",
    "V006, V004, all in braces, plain length",
    "V006, V004, digits, plain length",
    "V006, V004, all digits, wire length",
  })
  void readsCiphersWrittenAsText(String wire, String plain, String style, String length) {
    byte[] bytes = asText(wire, plain, style, length.equals("wire length"));

    assertThat(codec.decode(bytes, Keys.NONE)).allMatch(d -> d instanceof Decoded.Refused);
    for (int size = 1; size <= bytes.length; size += 7) {
      assertOpened(VectorTests.inChunks(bytes, size, Keys.of(List.of(OFFICIAL))), bytes, plain, 0);
    }
  }

  private static byte[] asText(String wire, String plain, String style, boolean wireLength) {
    byte[] frame = Vectors.of(wire).bytes();
    Encryption place = Encryption.in(frame, 6, frame.length - 6);
    byte[] area = place.area();
    int blocks = Sm4.enciphered(area.length);
    String rest = Bytes.text(area, blocks, area.length);
    HexFormat print = HexFormat.ofDelimiter(",").withPrefix("0x").withUpperCase();
    String text =
        switch (style) {
          case "braces" -> "{" + print.formatHex(area, 0, blocks) + "}" + rest;
          case "all in braces" -> "{" + print.formatHex(area) + "}";
          case "digits" -> HexFormat.of().formatHex(area, 0, blocks) + rest;
          default -> HexFormat.of().withUpperCase().formatHex(area);
        };
    byte[] segment = place.with(text.getBytes(StandardCharsets.ISO_8859_1));
    byte[] original = Vectors.of(plain).bytes();
    int length = wireLength ? segment.length : original.length - 12;
    String crc = Bytes.text(original, original.length - 6, original.length);
    return ("##%04d".formatted(length) + Bytes.text(segment, 0, segment.length) + crc)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertOpened(List<Decoded> decoded, byte[] bytes, String plain, int key) {
    assertThat(decoded).singleElement().isInstanceOf(Decoded.Accepted.class);
    Decoded.Accepted accepted = (Decoded.Accepted) decoded.get(0);
    byte[] original = Vectors.of(plain).bytes();
    assertThat(accepted.bytes()).isEqualTo(bytes);
    assertThat(accepted.opened().key()).isEqualTo(key);
    assertThat(accepted.opened().segment())
        .isEqualTo(Arrays.copyOfRange(original, 6, original.length - 6));
    assertThat(accepted.defects()).isEmpty();
    assertThat(new Hj212Encoder().encode(accepted.frame())).isEqualTo(original);
  }
}
