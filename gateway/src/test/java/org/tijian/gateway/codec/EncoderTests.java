package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tijian.analytics.site.Dialect;

class EncoderTests {
  private static final Keys KEY =
      Keys.of(List.of("0".repeat(16).getBytes(StandardCharsets.US_ASCII)));

  private final Hj212Codec codec = new Hj212Codec();
  private final Hj212Encoder encoder = new Hj212Encoder();

  @ParameterizedTest
  @CsvSource({"V003, V005", "V004, V006"})
  void enciphersAsTheStandardDoes(String plain, String wire) {
    Hj212Frame frame = frame(Vectors.of(plain).bytes(), Keys.NONE);

    byte[] encoded =
        encoder.encode(frame, dialect(Dialect.CheckSum.HJ212, Dialect.Cipher.SM4_BINARY), KEY);

    assertThat(encoded).isEqualTo(Vectors.of(wire).bytes());
    assertThat(frame(encoded, KEY)).isEqualTo(frame);
  }

  @Test
  void writesACipherAsTextThatIsReadBack() {
    Hj212Frame frame = frame(Vectors.of("V003").bytes(), Keys.NONE);

    byte[] encoded =
        encoder.encode(frame, dialect(Dialect.CheckSum.HJ212, Dialect.Cipher.SM4_TEXT), KEY);

    assertThat(Bytes.text(encoded, 0, encoded.length))
        .startsWith("##0295")
        .contains("&&{0xE4,0x3E");
    assertThat(frame(encoded, KEY)).isEqualTo(frame);
  }

  @Test
  void enciphersNothingWithoutAKey() {
    Hj212Frame frame = frame(Vectors.of("V003").bytes(), Keys.NONE);
    Dialect dialect = dialect(Dialect.CheckSum.HJ212, Dialect.Cipher.SM4_BINARY);

    assertThatThrownBy(() -> encoder.encode(frame, dialect)).hasMessageContaining("no key");
  }

  @ParameterizedTest
  @EnumSource(Dialect.CheckSum.class)
  void makesTheCheckSumOfTheReceiver(Dialect.CheckSum checkSum) {
    Hj212Frame frame = frame(Vectors.of("V001").bytes(), Keys.NONE);

    byte[] encoded = encoder.encode(frame, dialect(checkSum, Dialect.Cipher.NONE));

    Decoded.Accepted read = (Decoded.Accepted) codec.decode(encoded).get(0);
    assertThat(read.frame()).isEqualTo(frame);
    assertThat(read.defects()).hasSize(checkSum == Dialect.CheckSum.HJ212 ? 0 : 1);
  }

  @Test
  void writesChineseInTheReceiversEncoding() {
    Hj212Frame frame =
        new Hj212Frame(
            "20260101000000000",
            "31",
            "3020",
            "123456",
            "M",
            4,
            null,
            null,
            null,
            List.of(List.of(new Field("i11001-Info", "//清洗//"))));

    byte[] encoded = encoder.encode(frame, dialect(Dialect.CheckSum.HJ212, Dialect.Cipher.NONE));

    Decoded.Accepted read = (Decoded.Accepted) codec.decode(encoded).get(0);
    assertThat(read.frame()).isEqualTo(frame);
    assertThat(read.defects()).extracting(Defect::code).contains("encoding-gbk");
  }

  @Test
  void splitsWhatIsTooLongIntoWholeFrames() {
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field("DataTime", "20260101000000")));
    for (int i = 0; i < 60; i++) {
      String factor = "a%05d".formatted(i);
      data.add(List.of(new Field(factor + "-Avg", "123.45"), new Field(factor + "-Flag", "N")));
    }
    Hj212Frame frame =
        new Hj212Frame(
            "20260101000000999",
            "31",
            "2061",
            "123456",
            "010000A8900016F000169DC0",
            5,
            null,
            null,
            null,
            data);

    List<Hj212Frame> parts = new ArrayList<>();
    for (byte[] part : encoder.split(frame, Dialect.STANDARD)) {
      Decoded.Accepted accepted = (Decoded.Accepted) codec.decode(part).get(0);
      assertThat(part.length).isLessThanOrEqualTo(1036);
      assertThat(accepted.defects()).isEmpty();
      parts.add(accepted.frame());
    }

    assertThat(parts).hasSizeGreaterThan(1).allMatch(Hj212Frame::numbered);
    assertThat(parts).allMatch(part -> part.pnum() == parts.size() && part.answerWanted());
    assertThat(parts).extracting(Hj212Frame::pno).startsWith(1, 2);
    assertThat(parts)
        .extracting(Hj212Frame::qn)
        .startsWith("20260101000000999", "20260101000001000");
    assertThat(parts).allMatch(part -> part.data().get(0).equals(data.get(0)));
    assertThat(parts.stream().flatMap(part -> part.data().stream().skip(1)).toList())
        .isEqualTo(data.subList(1, data.size()));
  }

  @Test
  void leavesAFrameThatFitsInOnePiece() {
    byte[] bytes = Vectors.of("V003").bytes();

    assertThat(encoder.split(frame(bytes, Keys.NONE), Dialect.STANDARD)).containsExactly(bytes);
  }

  private Hj212Frame frame(byte[] bytes, Keys keys) {
    return ((Decoded.Accepted) codec.decode(bytes, keys).get(0)).frame();
  }

  private static Dialect dialect(Dialect.CheckSum checkSum, Dialect.Cipher cipher) {
    return new Dialect(
        Dialect.Edition.E2025,
        Dialect.Encoding.GBK,
        checkSum,
        ZoneOffset.ofHours(8),
        Dialect.FactorMap.AS_SENT,
        Map.of(),
        cipher,
        null,
        "31",
        false,
        true);
  }
}
