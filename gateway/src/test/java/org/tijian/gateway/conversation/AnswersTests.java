package org.tijian.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Encoder;
import org.tijian.gateway.codec.Hj212Frame;

class AnswersTests {
  private static final String QN = "20160801085857534";
  private static final String MN = "010000A8900016F000169DC0";

  /** The first answer is table C.20 of HJ 212-2017 as printed, the frame put around it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2051 |  5 | | ##0087QN=20160801085857534;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&5B40
          2051 |  7 | 2 | QN=20160801085857534;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&
          2051 |  9 | | QN=20160801085857534;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&&&
          3020 |  5 | | QN=20160801085857534;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&
          1013 |  5 | | QN=20160801085857534;ST=91;CN=9013;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&
          3019 |  5 | | QN=20160801085857534;ST=91;CN=9013;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&
          9015 |  9 | | QN=20160801085857534;ST=91;CN=9013;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&&&
          2051 |  1 | | ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;CP=&&QN=20160801085857534;CN=2051;PNO=1;PNUM=1&&
          2051 |  3 | 2 | ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;CP=&&QN=20160801085857534;CN=2051;PNO=2;PNUM=2&&
          1013 |  1 | | ST=91;CN=9013;PW=123456;MN=010000A8900016F000169DC0;CP=&&QN=20160801085857534&&
          """)
  void whatWantsAnAnswerGetsItInItsEdition(
      String cn, int flag, @Nullable Integer packet, String answer) {
    Hj212Frame answered = Answers.to(frame(cn, flag, packet)).orElseThrow();

    assertThat(new String(new Hj212Encoder().encode(answered), StandardCharsets.US_ASCII))
        .contains(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "2051, 4", "2051, 8", "2051, ", "9011, 5", "9012, 5", "9013, 9", "9014, 5", "9015, 8"
  })
  void anAnswerIsNeverAnsweredNorWhatWantsNone(String cn, @Nullable Integer flag) {
    assertThat(Answers.to(frame(cn, flag, null))).isEmpty();
  }

  private static Hj212Frame frame(String cn, @Nullable Integer flag, @Nullable Integer packet) {
    return new Hj212Frame(
        QN,
        "31",
        cn,
        "123456",
        MN,
        flag,
        packet,
        packet,
        null,
        List.of(List.of(new Field("DataTime", "20160801085800"))));
  }
}
