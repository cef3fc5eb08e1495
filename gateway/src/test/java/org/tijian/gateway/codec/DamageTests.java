package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTests {
  private static final String GOOD =
      "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;"
          + "CP=&&RtdInterval=30&&1C80\r\n";

  private final Hj212Codec codec = new Hj212Codec();

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          was,          is,            code,                 declared, found
          ##0101,       ##0155,        length-mismatch,      0155,     101
          ##0101,       ##0099,        length-mismatch,      0099,     101
          ##0101,       ##9101,        length-mismatch,      9101,     101
          Interval=30,  Interval=300,  length-mismatch,      0101,     102
          Interval=30,  Interval=31,   crc-mismatch,         1C80,     2080
          1C80,         1C81,          crc-mismatch,         1C81,     1C80
          1C80,         1CG0,          crc-mismatch,         1CG0,     1C80
          ##0101,       ##O101,        length-not-a-number,  O101,
          ##0101,       #0101,         no-header,            ,
          &&1C80,       ,              incomplete,           0101,     99
          """)
  void refusesADamagedFrameWholeAndSaysWhy(
      String was, String is, String code, String declared, String found) {
    byte[] damaged = ascii(GOOD.replace(was, is == null ? "" : is));

    List<Decoded> decoded = codec.decode(joined(damaged, ascii(GOOD)));

    Decoded.Refused refused = (Decoded.Refused) decoded.get(0);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.declared()).isEqualTo(declared);
    assertThat(refused.found()).isEqualTo(found);
    assertThat(refused.bytes()).isEqualTo(damaged);
    assertThat(decoded).hasSize(2).last().isInstanceOf(Decoded.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"CP=&&, no data area: CP=&& is missing", "CN=1062;, no command: CN is missing"})
  void refusesAWholeFrameWithoutContent(String missing, String reason) {
    String segment = GOOD.substring(6, GOOD.length() - 6).replace(missing, "");

    Decoded.Refused refused = (Decoded.Refused) codec.decode(framed(segment, "\r\n")).get(0);

    assertThat(refused.code()).isEqualTo("data-segment-malformed");
    assertThat(refused.found()).isEqualTo(reason);
  }

  @Test
  void refusesEveryTruncation() {
    byte[] good = ascii(GOOD);
    int withoutLineEnd = good.length - 2;

    for (int length = 1; length < withoutLineEnd; length++) {
      List<Decoded> decoded = codec.decode(Arrays.copyOf(good, length));
      assertThat(decoded).as("%d bytes", length).singleElement();
      assertThat(decoded.get(0)).isInstanceOf(Decoded.Refused.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          was,        is,          defects
          0101,       101,         length-not-four-digits
          1C80,       1c80,        crc-lower-case
          \\r\\n,     \\n,         tail-not-crlf
          \\r\\n,     \\r\\r\\n,   tail-not-crlf
          \\r\\n,     ,            tail-not-crlf
          """)
  void acceptsCosmeticOdditiesAsDefects(String was, String is, String defects) {
    String odd = GOOD.replace(escaped(was), is == null ? "" : escaped(is));

    Decoded.Accepted accepted = (Decoded.Accepted) codec.decode(ascii(odd)).get(0);

    assertThat(accepted.defects()).extracting(Defect::code).containsExactly(defects);
    assertThat(accepted.bytes()).isEqualTo(ascii(odd));
  }

  @Test
  void doesNotTakeTheNextFrameForTheRestOfABrokenOne() {
    String next = GOOD.substring(0, GOOD.length() - 6);
    String broken = "";
    for (int i = 0; !crc(broken + next).equals("1C80"); i++) {
      broken = "QN=20160801085857223;ST=32;CN=2011;PW=100000;MN=%d".formatted(1000 + i);
    }
    String head = "##%04d%s".formatted(broken.length() + next.length(), broken);

    List<Decoded> decoded = codec.decode(ascii(head + GOOD));

    assertThat(decoded).hasSize(2);
    assertThat(((Decoded.Refused) decoded.get(0)).code()).isEqualTo("incomplete");
    assertThat(decoded.get(0).bytes()).isEqualTo(ascii(head));
    assertThat(decoded.get(1).bytes()).isEqualTo(ascii(GOOD));
  }

  private static String crc(String segment) {
    return Hj212Crc.text(ascii(segment), 0, segment.length());
  }

  @Test
  void readsFreeTextWithAFrameInIt() {
    String quoted = GOOD.strip();
    String segment = "ST=31;CN=3020;PW=1;MN=1;CP=&&PolId=a21026;i11001-Info=//%s//&&";

    List<Decoded> decoded = codec.decode(framed(segment.formatted(quoted), "\r\n"));

    Hj212Frame frame = ((Decoded.Accepted) decoded.get(0)).frame();
    assertThat(frame.first("i11001-Info")).isEqualTo("//" + quoted + "//");
  }

  @Test
  void readsChineseInTheOlderEncodingToo() {
    byte[] segment =
        ("QN=20160801085857223;ST=32;CN=3020;PW=123456;"
                + "MN=010000A8900016F000169DC0;Flag=4;CP=&&i11001-Info=//清洗//&&")
            .getBytes(java.nio.charset.Charset.forName("GB18030"));
    byte[] head = ascii("##%04d".formatted(segment.length));
    byte[] tail = ascii(Hj212Crc.text(segment, 0, segment.length) + "\r\n");

    Decoded.Accepted accepted = (Decoded.Accepted) codec.decode(joined(head, segment, tail)).get(0);

    assertThat(accepted.frame().first("i11001-Info")).isEqualTo("//清洗//");
    assertThat(accepted.defects()).extracting(Defect::code).containsExactly("encoding-gbk");
  }

  @Test
  void refusesAFloodWithoutAnyFrameInBoundedPieces() {
    byte[] flood = new byte[100_000];
    Arrays.fill(flood, (byte) 'x');
    byte[] headed = joined(ascii("##0500"), flood, ascii("\n" + GOOD));

    List<Decoded> decoded = codec.decode(headed);

    assertThat(decoded).allMatch(d -> d.bytes().length < 10_100);
    assertThat(((Decoded.Refused) decoded.get(0)).code()).isEqualTo("oversized");
    assertThat(decoded.get(decoded.size() - 1)).isInstanceOf(Decoded.Accepted.class);
  }

  @Test
  void accountsForManyHashes() {
    byte[] hashes = new byte[25_000];
    Arrays.fill(hashes, (byte) '#');
    byte[] bytes = joined(hashes, ascii(GOOD.substring(2)));

    List<Decoded> decoded = codec.decode(bytes);

    assertThat(decoded.stream().mapToInt(d -> d.bytes().length).sum()).isEqualTo(bytes.length);
    assertThat(decoded.get(decoded.size() - 1)).isInstanceOf(Decoded.Accepted.class);
    assertThat(VectorTests.described(VectorTests.inChunks(bytes, 1)))
        .isEqualTo(VectorTests.described(decoded));
  }

  private static byte[] framed(String segment, String tail) {
    byte[] bytes = ascii(segment);
    String crc = Hj212Crc.text(bytes, 0, bytes.length);
    return ascii("##%04d%s%s%s".formatted(bytes.length, segment, crc, tail));
  }

  private static String escaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
