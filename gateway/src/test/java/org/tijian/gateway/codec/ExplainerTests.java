package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.Explanation;
import org.tijian.analytics.reading.Explanation.ExplainedFrame;
import org.tijian.analytics.reading.Explanation.FramePart;
import org.tijian.analytics.reading.FrameExplainer;

class ExplainerTests {
  private static final String MINUTES =
      "##0234QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
          + "CP=&&DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,"
          + "a01011-Flag=N;a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N&&B541";

  private final FrameExplainer explainer = FrameExplainer.installed();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QN         | 请求编码：2024-05-20 21:07:00.000          |      | HJ 212-2017 table 3
          ST         | 系统编码：大气环境污染源                      |      | HJ 212-2017 table 3
          CN         | 命令编码：分钟数据                            |      | HJ 212-2017 table 3
          Flag       | 拆分包及应答标志：版本位 2025，无包号，要求应答 |      | HJ 212-2017 table 3
          DataTime   | 数据时间：2024-05-20 21:06:00（时段开始）     |      | HJ 212-2017 table 4
          a01011-Avg | 烟气流速 · 平均值                             | m/s  | HJ 212-2017 table 4
          a01014-Flag| 烟气湿度 · 数据标记：正常                      |      | HJ 212-2017 table 4
          """)
  void saysWhatEveryFieldMeans(String name, String meaning, String unit, String clause) {
    FramePart part = part(only(explainer.explain(MINUTES)), name);

    assertThat(part.meaning().zh()).isEqualTo(meaning);
    assertThat(part.unit()).isEqualTo(unit);
    assertThat(part.clause()).isEqualTo(clause);
  }

  @Test
  void saysWhatTheFrameIs() {
    ExplainedFrame frame = only(explainer.explain(MINUTES));

    assertThat(frame.verdict()).isEqualTo("accepted");
    assertThat(frame.says().en()).isEqualTo("Minute data in the style of HJ 212-2025; conforms.");
    assertThat(frame.length()).isEqualTo(new Explanation.Length(234, 234, true));
    assertThat(frame.crc()).isEqualTo(new Explanation.CheckSum("B541", "B541", true, "hj212"));
    assertThat(frame.offset()).isNull();
  }

  @Test
  void saysWhyAFrameCannotBeRead() {
    ExplainedFrame frame = only(explainer.explain(MINUTES.replace("B541", "B540")));

    assertThat(frame.verdict()).isEqualTo("refused");
    assertThat(frame.says().en())
        .startsWith("CRC does not agree: in the frame B540, computed B541.");
    assertThat(frame.parts()).isNotEmpty();
  }

  @Test
  void knowsTheCodesOf2005() {
    String segment =
        "ST=31;CN=2061;PW=123456;MN=88888880000001;"
            + "CP=&&DataTime=20040506010101;01-Cou=200,01-Avg=500,S08-Avg=0.1&&";
    String crc = Hj212Crc.text(segment.getBytes(StandardCharsets.US_ASCII), 0, segment.length());

    ExplainedFrame frame =
        only(explainer.explain("##%04d%s%s".formatted(segment.length(), segment, crc)));

    assertThat(part(frame, "01-Cou").meaning().zh()).isEqualTo("烟尘 · 累计值");
    assertThat(part(frame, "01-Cou").unit()).isEqualTo("kg");
    assertThat(part(frame, "01-Avg").unit()).isEqualTo("mg/m3");
    assertThat(part(frame, "S08-Avg").unit()).isEqualTo("MPa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s%s", "%s\n%s", " %s \r\n\r\n %s\t", "%s\\x0D\\x0A%s"})
  void readsPastedFramesWhoseLineEndsAreLost(String paste) {
    Explanation explanation = explainer.explain(paste.formatted(MINUTES, MINUTES));

    assertThat(explanation.frames()).hasSize(2);
    assertThat(explanation.frames()).allMatch(frame -> frame.verdict().equals("accepted"));
    assertThat(explanation.frames()).allMatch(frame -> frame.defects().isEmpty());
  }

  @Test
  void readsAPastedTextThatWasSentInTheOlderEncoding() {
    String segment =
        "QN=20260101000000000;ST=31;CN=3020;PW=123456;MN=010000A8900016F000169DC0;"
            + "Flag=4;CP=&&i11001-Info=//清洗//&&";
    byte[] bytes = segment.getBytes(Charset.forName("GBK"));
    String crc = Hj212Crc.text(bytes, 0, bytes.length);

    ExplainedFrame frame =
        only(explainer.explain("##%04d%s%s".formatted(bytes.length, segment, crc)));

    assertThat(frame.defects()).extracting(d -> d.code()).containsExactly("encoding-gbk");
    assertThat(frame.defects().get(0).message().en()).contains("UTF-8");
  }

  @Test
  void opensAKeptFrameWithTheKeysOfItsLogger() {
    byte[] key = "0".repeat(16).getBytes(StandardCharsets.US_ASCII);

    ExplainedFrame frame = only(explainer.explain(Vectors.of("V005").bytes(), List.of(key)));

    assertThat(frame.says().en()).contains("opened with the key");
    assertThat(part(frame, "a01012-Avg").value()).isEqualTo("9.3");
  }

  @ParameterizedTest
  @MethodSource("org.tijian.gateway.codec.Vectors#all")
  void explainsEveryCollectedFrame(Vectors.Vector vector) {
    Explanation explanation = explainer.explain(vector.bytes(), List.of());

    assertThat(explanation.frames()).isNotEmpty();
  }

  private static ExplainedFrame only(Explanation explanation) {
    assertThat(explanation.frames()).hasSize(1);
    return explanation.frames().get(0);
  }

  private static FramePart part(ExplainedFrame frame, String name) {
    return frame.parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }
}
