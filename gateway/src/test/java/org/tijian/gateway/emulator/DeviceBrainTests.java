package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;

class DeviceBrainTests {
  private static final String MN = "010000A8900016F000169DC0";
  private static final Instant NOW = Instant.parse("2026-11-01T10:17:40Z");
  private static final String QN = "20261101181740123";

  private final LoggerState state =
      new LoggerState("123456", Duration.ofSeconds(75), Duration.ofSeconds(30));
  private final EmulatedOutlet outlet = new EmulatedOutlet(MN, Profile.TURBINE_A);
  private final DeviceBrain brain =
      new DeviceBrain(outlet, new HistoryShelf(outlet, Optional::of), state);

  @Test
  void givesMinutesOfAPeriodUnderQnsOfTheirOwn() {
    List<Hj212Frame> answer = hear("2051", "BeginTime=20261101080000", "EndTime=20261101085900");

    assertThat(answer).hasSize(62);
    assertThat(answer.get(0).cn()).isEqualTo("9011");
    assertThat(answer.get(0).qn()).isEqualTo(QN);
    assertThat(answer.get(0).first("QnRtn")).isEqualTo("1");
    assertThat(answer.get(61).cn()).isEqualTo("9012");
    assertThat(answer.get(61).first("ExeRtn")).isEqualTo("1");
    List<Hj212Frame> data = answer.subList(1, 61);
    assertThat(data).extracting(Hj212Frame::qn).doesNotHaveDuplicates().doesNotContain(QN);
    Hj212Frame live = outlet.minute(Instant.parse("2026-11-01T00:00:00Z")).orElseThrow();
    assertThat(data.get(0).data()).isEqualTo(live.data());
  }

  @ParameterizedTest
  @CsvSource({
    "2061, 20261101080000, 20261101120000, 5",
    "2031, 20261029000000, 20261101000000, 3",
    "2041, 20261030000000, 20261030000000, 1",
    "2051, 20261101181500, 20261101191500, 2"
  })
  void givesWhatHasEndedBetweenTheLimits(String cn, String begin, String end, int frames) {
    List<Hj212Frame> answer = hear(cn, "BeginTime=" + begin, "EndTime=" + end);

    assertThat(answer).filteredOn(frame -> frame.cn().equals(cn)).hasSize(frames);
    assertThat(result(answer)).isEqualTo("1");
  }

  @Test
  void saysThatItHasNoData() {
    assertThat(result(hear("2051", "BeginTime=20301101080000", "EndTime=20301101085900")))
        .isEqualTo("100");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, OverTime=5;ReCount=2, 1",
    "1000, OverTime=0;ReCount=2, 3",
    "1062, RtdInterval=60, 1",
    "1062, RtdInterval=5, 3",
    "1064, MinInterval=1, 1",
    "1064, MinInterval=10, 3",
    "1072, NewPW=654321, 1",
    "1072, NewPW=x, 3",
    "1014, SKCreateTime=20261101181740;NewSK=0123456789ABCDEF0123456789ABCDEF, 1",
    "2051, BeginTime=20261101080000, 3",
    "3011, PolId=a21002, 1",
    "3011, PolId=a01011, 3",
    "3012, PolId=a21002, 1",
    "3020, PolId=a21002;InfoId=i99999, 100"
  })
  void carriesOutWhatItCan(String cn, String fields, String result) {
    assertThat(result(hear(cn, fields.split(";")))).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "1061, RtdInterval, 30",
    "1063, MinInterval, 1",
    "1011, SystemTime, 20261101181855",
    "3019, a21002-SN, 0000000000000000530CC4DA",
    "3020, i22001-Info, 0"
  })
  void tellsUnderTheQnOfTheRequest(String cn, String name, String value) {
    Hj212Frame told = hear(cn).get(1);

    assertThat(told.cn()).isEqualTo(cn);
    assertThat(told.qn()).isEqualTo(QN);
    assertThat(told.first(name)).hasSameSizeAs(value).startsWith(value.substring(0, 1));
  }

  @Test
  void setsItsClock() {
    hear("1012", "SystemTime=20261101181740");

    assertThat(state.clockError()).isZero();
    assertThat(hear("1011").get(1).first("SystemTime")).isEqualTo("20261101181740");
  }

  @Test
  void obeysOnlyTheNewPassword() {
    hear("1072", "NewPW=654321");

    assertThat(hear("1011").get(0).first("QnRtn")).isEqualTo("3");
  }

  @Test
  void stopsAndStartsRealTimeData() {
    assertThat(hear("2012")).extracting(Hj212Frame::cn).containsExactly("9013");
    assertThat(state.realTime()).isFalse();

    assertThat(hear("2011")).extracting(Hj212Frame::cn).containsExactly("9011", "2011", "9012");
    assertThat(state.realTime()).isTrue();
  }

  @Test
  void marksAnOrderedCalibrationInItsData() {
    hear("3011", "PolId=a21002", "CalibrationType=1");
    Speech speech = new Speech(Edition.E2017, false, state);

    Hj212Frame during = speech.stored(outlet.minute(Instant.parse("2026-11-01T10:18:00Z")).get());
    Hj212Frame after = speech.stored(outlet.minute(Instant.parse("2026-11-01T10:22:00Z")).get());

    assertThat(during.first("a21002-Flag")).isEqualTo("C");
    assertThat(during.first("a21002-Avg")).isEqualTo("160.0");
    assertThat(during.first("a21002-ZsAvg")).isNull();
    assertThat(during.first("a21005-Flag")).isEqualTo("N");
    assertThat(after.first("a21002-Flag")).isEqualTo("N");
  }

  @Test
  void tellsItsLogInChineseBetweenMarks() {
    List<Hj212Frame> answer =
        hear(
            "3020",
            "PolId=a21002",
            "InfoId=i11001",
            "BeginTime=20261030000000",
            "EndTime=20261101000000");

    assertThat(answer).filteredOn(frame -> frame.cn().equals("3020")).hasSize(2);
    assertThat(answer.get(1).first("i11001-Info")).startsWith("//自动").endsWith("//");
  }

  @ParameterizedTest
  @CsvSource({"123457, " + MN + ", 3", "123456, X, 4"})
  void refusesStrangers(String password, String mn, String reason) {
    Hj212Frame request = request("1011", password, mn);

    List<Hj212Frame> answer = brain.hear(request, NOW).toList();

    assertThat(answer).extracting(Hj212Frame::cn).containsExactly("9011");
    assertThat(answer.get(0).first("QnRtn")).isEqualTo(reason);
  }

  @Test
  void refusesCommandsItDoesNotKnow() {
    assertThat(hear("3024").get(0).first("QnRtn")).isEqualTo("8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9011", "9012", "9013", "9014"})
  void neverAnswersAnAnswer(String cn) {
    assertThat(hear(cn)).isEmpty();
  }

  @Test
  void speaksAsItsEdition() {
    Hj212Frame minute = outlet.minute(Instant.parse("2026-11-01T10:00:00Z")).orElseThrow();
    Hj212Frame answer = hear("1011").get(0);

    Speech old = new Speech(Edition.E2005, false, state);
    assertThat(old.stored(minute).qn()).isNull();
    assertThat(old.stored(minute).flag()).isZero();
    assertThat(old.stored(minute).first("03-Avg")).isEqualTo(minute.first("a21002-Avg"));
    assertThat(old.stored(minute).edition()).isEqualTo("2005");
    assertThat(old.answered(answer).qn()).isNull();
    assertThat(old.answered(answer).first("QN")).isEqualTo(QN);
    Speech fresh = new Speech(Edition.E2025, true, state);
    assertThat(fresh.stored(minute).flag()).isEqualTo(9);
    assertThat(fresh.sentAgain(minute).rf()).isEqualTo(1);
    assertThat(fresh.answered(answer).flag()).isEqualTo(8);
  }

  private List<Hj212Frame> hear(String cn, String... fields) {
    return brain.hear(request(cn, "123456", MN, fields), NOW).toList();
  }

  private static Hj212Frame request(String cn, String password, String mn, String... fields) {
    List<List<Field>> data = new ArrayList<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      data.add(List.of(new Field(field.substring(0, equals), field.substring(equals + 1))));
    }
    return new Hj212Frame(QN, "31", cn, password, mn, 5, null, null, null, data);
  }

  private static String result(List<Hj212Frame> answer) {
    return answer.get(answer.size() - 1).first("ExeRtn");
  }
}
