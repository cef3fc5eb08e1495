package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.reading.FrameWords;

class FrameRulesTests {
  private static final String SEGMENT =
      "QN=20260101080000000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=4;"
          + "CP=&&DataTime=20260101075900;a21026-Avg=1.5,a21026-Flag=N&&";

  private final Hj212Codec codec = new Hj212Codec();

  @Test
  void findsNothingInAFrameThatConforms() {
    assertThat(codes(SEGMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QN=20260101080000000; |                                | missing-qn
          QN=20260101080000000  | QN=2026010108000000            | qn-not-17-digits
          QN=20260101080000000  | QN=20261301080000000           | qn-no-time
          ST=31;                |                                | missing-st
          CN=2051               | CN=205                         | cn-not-four-digits
          PW=123456;            |                                | missing-pw
          PW=123456             | PW=12345                       | pw-not-six-characters
          MN=010000A8900016F000169DC0; |                         | missing-mn
          MN=010000A8900016F000169DC0  | MN=88888880000001       | mn-not-24-hexadecimal-digits
          MN=010000A8           | MN=010000a8                    | mn-not-24-hexadecimal-digits
          Flag=4;               |                                | missing-flag
          Flag=4                | Flag=6                         | packet-number-missing
          Flag=4                | Flag=4;PNUM=2;PNO=1            | packet-number-not-flagged
          Flag=4                | Flag=6;PNUM=2;PNO=3            | packet-number-out-of-range
          Flag=4                | flag=4                         | field-name-case
          Flag=4                | Flag=x4;Flag=4                 | not-a-number repeated-header-field missing-flag
          ST=31;CN=2051         | CN=2051;ST=31                  | field-order
          PW=123456;            | PW=123456,                     | header-separator
          DataTime=20260101075900 | DataTime=2026-01-01          | data-time-not-14-digits
          a21026-Avg            | a21026-avg                     | field-name-case
          a21026-Flag=N         | Flag=N                         | mark-without-factor
          a21026-Avg=1.5        | a21026-Avg= 1.5                | spaces
          """)
  void namesWhatDepartsFromTheStandard(String was, String is, String codes) {
    String odd = SEGMENT.replace(was, is == null ? "" : is);

    assertThat(codes(odd)).isEqualTo(new TreeSet<>(Set.of(codes.split(" "))));
  }

  @Test
  void doesNotTakeSurfaceWaterForTheEditionOf2025() {
    Decoded.Accepted accepted = decoded(SEGMENT.replace("ST=31", "ST=21").replace("=4;", "=8;"));

    assertThat(accepted.frame().edition()).isEqualTo("2017");
    assertThat(accepted.defects())
        .extracting(Defect::code)
        .containsExactly("flag-version-doubtful");
  }

  @Test
  void asksTheOldEditionForNoMoreThanItsOwnRules() {
    String old = "ST=32;CN=3016;PW=123456;MN=88888880000001;CP=&&PolId=101,CTime=04,CTime=10&&";

    assertThat(codes(old)).isEmpty();
    assertThat(codes(old.replace("0000001", "000001"))).containsExactly("mn-not-14-characters");
  }

  @Test
  void everyDefectThatIsEverFoundHasWords() {
    Set<String> found = new TreeSet<>();
    Random random = new Random(1);
    Vectors.lines()
        .filter(vector -> !vector.isStream())
        .forEach(
            vector -> {
              for (int i = 0; i < 50; i++) {
                byte[] bytes = i == 0 ? vector.bytes() : Mutations.mutate(vector.bytes(), random);
                codec.decode(bytes).stream()
                    .filter(decoded -> decoded instanceof Decoded.Accepted)
                    .flatMap(decoded -> ((Decoded.Accepted) decoded).defects().stream())
                    .forEach(defect -> found.add(defect.code()));
              }
            });

    assertThat(found).hasSizeGreaterThan(15);
    assertThat(FrameWords.defects()).containsAll(found);
  }

  private Set<String> codes(String segment) {
    Set<String> codes = new TreeSet<>();
    decoded(segment).defects().forEach(defect -> codes.add(defect.code()));
    assertThat(FrameWords.defects()).containsAll(codes);
    return codes;
  }

  private Decoded.Accepted decoded(String segment) {
    byte[] bytes = segment.getBytes(StandardCharsets.US_ASCII);
    String crc = Hj212Crc.text(bytes, 0, bytes.length);
    String frame = "##%04d%s%s\r\n".formatted(bytes.length, segment, crc);
    return (Decoded.Accepted) codec.decode(frame.getBytes(StandardCharsets.US_ASCII)).get(0);
  }

  @Test
  void theHandbookNamesEveryDefect() throws Exception {
    String handbook = Files.readString(Path.of("..", "docs", "gateway.md"));

    assertThat(FrameWords.defects())
        .isNotEmpty()
        .allMatch(code -> handbook.contains("`" + code + "`"));
  }
}
