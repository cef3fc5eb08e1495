package org.tijian.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.Command.State;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.AtRest;
import org.tijian.analytics.site.Dialect.Cipher;
import org.tijian.analytics.site.Dialect.Edition;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.codec.Keys;

/** Exchanges over a real socket with a real journal; only the clock is the test's. */
class ExchangesTests {
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final Map<String, String> SPAN =
      Map.of("BeginTime", "20261124080000", "EndTime", "20261124085900");

  @TempDir static Path secrets;
  private static MonitoringDatabase database;
  private static LoggerSettings settings;

  private TestLine line;
  private SocketLogger logger;
  private Exchanges gateway;

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    settings = LoggerSettings.on(database, AtRest.on(database, secrets.resolve("keys.secret")));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void aLoggerOnItsLine() throws IOException {
    line = new TestLine(database, settings);
    line.speaks(Edition.E2017, BEIJING, Cipher.NONE, "123456");
    logger = line.connect();
    gateway = line.gateway("a");
  }

  @AfterEach
  void cut() throws IOException {
    line.close();
  }

  @Test
  void aRequestIsAnsweredCarriedOutAndDone() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);

    Hj212Frame request = requested();
    says(logger.ready(request, 1));
    assertThat(line.read(command).state()).isEqualTo(State.RUNNING);
    says(logger.data(request.qn(), "1011", "SystemTime=20261124090003"));
    says(logger.done(request, 1));

    assertThat(request.qn()).isEqualTo("20261124090000000");
    assertThat(request.toString()).contains("st=31, cn=1011, pw=123456", "flag=5", "data=[]");
    Command done = line.read(command);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.qnRtn()).isEqualTo(1);
    assertThat(done.exeRtn()).isEqualTo(1);
    assertThat(done.frames()).isEqualTo(1);
    assertThat(done.reply()).containsOnly(Map.entry("SystemTime", "20261124090003"));
  }

  @Test
  void aRefusalEndsItAndTheNextOneIsSentUnderAnotherQn() throws IOException {
    Command refused = line.order(CommandKind.CLOCK_READ);
    Command next = line.order(CommandKind.MINUTE_INTERVAL_READ);

    Hj212Frame request = requested();
    says(logger.ready(request, 3));

    assertThat(line.read(refused).state()).isEqualTo(State.REFUSED);
    assertThat(line.read(refused).qnRtn()).isEqualTo(3);
    Hj212Frame second = requested();
    assertThat(second.cn()).isEqualTo("1063");
    assertThat(second.qn()).isNotEqualTo(request.qn());
    assertThat(line.read(next).state()).isEqualTo(State.SENT);
  }

  @Test
  void whatIsNotAnsweredIsRepeatedUnderTheSameQnAndThenGivenUp() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);

    Hj212Frame request = requested();
    for (int repeat = 1; repeat <= 3; repeat++) {
      line.pass(Duration.ofMillis(9_999));
      gateway.tick();
      assertThat(logger.hearsNothing()).isTrue();
      line.pass(Duration.ofMillis(1));
      assertThat(requested()).isEqualTo(request);
      gateway.tick();
    }
    line.pass(Duration.ofSeconds(10));
    gateway.tick();

    assertThat(logger.hearsNothing()).isTrue();
    assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
    assertThat(line.read(command).attempts()).isEqualTo(4);
    says(logger.ready(request, 1));
    says(logger.done(request, 1));
    assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
  }

  @Test
  void aCalibrationIsSentOnceWhateverBecomesOfIt() throws IOException {
    Command command = line.order(CommandKind.CALIBRATE, Map.of("PolId", "a21026"));

    Hj212Frame request = requested();
    line.pass(Duration.ofSeconds(10));
    gateway.tick();

    assertThat(SocketLogger.fields(request)).containsExactly("PolId=a21026");
    assertThat(logger.hearsNothing()).isTrue();
    assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
    assertThat(line.read(command).attempts()).isEqualTo(1);
  }

  @Test
  void eachFrameOfHistoryProlongsTheWaitAndLiveDataDoesNotCount() throws IOException {
    Command command = line.order(CommandKind.MINUTE_HISTORY, SPAN);

    Hj212Frame request = requested();
    says(logger.ready(request, 1));
    gateway.tick();
    for (String time : List.of("20261124080000", "20261124085900")) {
      line.pass(Duration.ofSeconds(100));
      says(logger.data("2026112409100053" + time.charAt(11), "2051", "DataTime=" + time));
      gateway.tick();
    }
    says(logger.data("20261124091000599", "2051", "DataTime=20261124091000"));
    line.pass(Duration.ofSeconds(100));
    gateway.tick();
    assertThat(line.read(command).state()).isEqualTo(State.RUNNING);
    says(logger.done(request, 1));

    assertThat(SocketLogger.fields(request))
        .containsExactly("BeginTime=20261124080000", "EndTime=20261124085900");
    assertThat(request.data()).hasSize(2);
    assertThat(line.read(command).state()).isEqualTo(State.DONE);
    assertThat(line.read(command).frames()).isEqualTo(2);
  }

  @Test
  void whatWasBegunAndNeverEndsIsGivenUpWithoutARepeat() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);
    says(logger.ready(requested(), 1));
    gateway.tick();

    line.pass(Duration.ofMinutes(2));
    gateway.tick();

    assertThat(logger.hearsNothing()).isTrue();
    assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
  }

  @Test
  void answersMayComeTwiceOrInTheWrongOrder() throws IOException {
    Command twice = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = requested();
    says(logger.ready(request, 1));
    says(logger.ready(request, 1));
    says(logger.ready(request, 2));
    assertThat(line.read(twice).state()).isEqualTo(State.RUNNING);
    says(logger.done(request, 1));
    says(logger.done(request, 2));
    assertThat(line.read(twice).state()).isEqualTo(State.DONE);

    Command reversed = line.order(CommandKind.CLOCK_READ);
    Hj212Frame second = requested();
    says(logger.done(second, 100));
    says(logger.ready(second, 1));
    assertThat(line.read(reversed).state()).isEqualTo(State.FAILED);
    assertThat(line.read(reversed).exeRtn()).isEqualTo(100);
  }

  @Test
  void anAnswerToAnotherExchangeChangesNothing() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = requested();

    says(logger.ready(request, 2).replace(request.qn(), "20261124085959999"));

    assertThat(line.read(command).state()).isEqualTo(State.SENT);
  }

  @Test
  void aLineCutBeforeSendingLeavesItWaitingForTheNextOne() throws IOException {
    Command command = line.order(CommandKind.CALIBRATE, Map.of("PolId", "a21026"));
    logger.cut();
    gateway.tick();
    assertThat(line.read(command).state()).isEqualTo(State.WAITING);
    assertThat(line.read(command).attempts()).isZero();
    line.cut();
    gateway.tick();

    logger = line.connect();

    assertThat(requested().cn()).isEqualTo("3011");
    assertThat(line.read(command).attempts()).isEqualTo(1);
  }

  @Test
  void aLineCutAfterSendingIsWaitedForAsLongAsAllRepeatsTake() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = requested();
    line.cut();
    line.pass(Duration.ofSeconds(15));
    gateway.tick();
    assertThat(line.read(command).attempts()).isEqualTo(1);

    logger = line.connect();
    assertThat(requested()).isEqualTo(request);
    line.cut();
    gateway.tick();
    line.pass(Duration.ofSeconds(40));
    gateway.tick();

    assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
  }

  @Test
  void anAnswerThatReachesAnotherGatewayCounts() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);
    Exchanges other = line.gateway("b");
    Hj212Frame request = requested();

    logger.says(logger.ready(request, 1), frame -> other.heard(line.heard(frame)));
    line.pass(Duration.ofSeconds(11));
    gateway.tick();
    other.tick();
    logger.says(logger.done(request, 1), frame -> other.heard(line.heard(frame)));

    assertThat(logger.hearsNothing()).isTrue();
    assertThat(line.read(command).state()).isEqualTo(State.DONE);
  }

  @Test
  void aSecondGatewayRepeatsAReadingThatADeadOneLeftBehind() throws IOException {
    Command command = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = requested();
    Exchanges heir = line.gateway("b");
    heir.tick();
    line.pass(TestLine.PATIENCE.lease().plusMillis(1));
    heir.tick();
    assertThat(logger.hearsNothing()).isTrue();

    line.pass(Duration.ofSeconds(10));
    heir.tick();

    assertThat(logger.hears().frame()).isEqualTo(request);
    assertThat(line.read(command).attempts()).isEqualTo(2);
  }

  @Test
  void aSecondGatewaySetsAndCalibratesNothingThatADeadOneMayHaveSent() throws IOException {
    Map<CommandKind, Map<String, String>> acts =
        Map.of(
            CommandKind.CALIBRATE,
            Map.of("PolId", "a21026"),
            CommandKind.REAL_TIME_INTERVAL_SET,
            Map.of("RtdInterval", "30"));
    for (CommandKind kind : acts.keySet()) {
      Command command = line.order(kind, acts.get(kind));
      gateway = line.gateway("dying-" + kind);
      requested();
      Exchanges heir = line.gateway("heir-of-" + kind);
      line.pass(TestLine.PATIENCE.lease().plusMillis(1));
      heir.tick();
      line.pass(Duration.ofSeconds(10));
      heir.tick();

      assertThat(logger.hearsNothing()).isTrue();
      assertThat(line.read(command).state()).isEqualTo(State.TIMED_OUT);
      assertThat(line.read(command).attempts()).isEqualTo(1);
    }
  }

  @Test
  void aLoggerOf2005IsSpokenToAndUnderstoodInItsEdition() throws IOException {
    line.speaks(Edition.E2005, BEIJING, Cipher.NONE, "123456");
    Command command = line.order(CommandKind.MINUTE_HISTORY, SPAN);

    Hj212Frame request = requested();
    String head = "ST=91;CN=%s;PW=123456;MN=" + line.mn + ";CP=&&QN=" + request.qn() + ";%s&&";
    says(head.formatted("9011", "QnRtn=1"));
    says(head.formatted("9012", "ExeRtn=1"));

    assertThat(request.flag()).isEqualTo(1);
    assertThat(request.data()).hasSize(1);
    assertThat(line.read(command).state()).isEqualTo(State.DONE);
  }

  @Test
  void aStopIsDoneWhenTheLoggerSaysThatItHeard() throws IOException {
    Command command = line.order(CommandKind.REAL_TIME_STOP);

    says(logger.answer(requested(), "9013", ""));

    assertThat(line.read(command).state()).isEqualTo(State.DONE);
  }

  @Test
  void whatWasToldMayComeAfterTheEndButWhatWasStartedGoesOnWithoutCounting() throws IOException {
    Command told = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = requested();
    says(logger.done(request, 1));
    says(logger.data(request.qn(), "1011", "SystemTime=20261124090003"));
    assertThat(line.read(told).reply()).containsEntry("SystemTime", "20261124090003");

    Command started = line.order(CommandKind.REAL_TIME_START);
    says(logger.done(requested(), 1));
    says(logger.data("20261124090100000", "2011", "DataTime=20261124090100"));
    assertThat(line.read(started).frames()).isZero();
  }

  @Test
  void whoAsksForTheTimeGetsItOnceInTheTimeOfItsClock() throws IOException {
    line.speaks(Edition.E2017, ZoneOffset.ofHours(7), Cipher.NONE, "123456");
    String asks = logger.data("20261124080000000", "1013", "PolId=w01018");
    says(asks);
    says(asks);

    Hj212Frame request = requested();
    says(logger.done(request, 1));
    gateway.tick();

    assertThat(request.cn()).isEqualTo("1012");
    assertThat(SocketLogger.fields(request))
        .containsExactly("PolId=w01018", "SystemTime=20261124080000");
    assertThat(logger.hearsNothing()).isTrue();
    assertThat(line.journal.ofLogger(line.mn, null, 10))
        .singleElement()
        .satisfies(command -> assertThat(command.origin()).isEqualTo(Command.Origin.RULE));
  }

  @Test
  void aKeyIsChangedAfter90DaysUnderTheOldOneAndNeverStandsInTheJournal() throws IOException {
    byte[] old = "0000000000000000".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    line.speaks(Edition.E2025, BEIJING, Cipher.SM4_BINARY, "123456");
    settings.addKey(line.mn, old, TestLine.START.minus(KeyRotation.LIFE));
    logger = line.connect(Keys.of(List.of(old)));

    gateway.changeKeys();
    gateway.changeKeys();
    Hj212Frame request = requested();
    says(logger.done(request, 1));
    gateway.changeKeys();

    LoggerSettings.Key newest = settings.keys(line.mn).get(0);
    String told = new String(newest.key(), java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(request.cn()).isEqualTo("1014");
    assertThat(SocketLogger.fields(request))
        .containsExactly("SKCreateTime=20261124090000000", "NewSK=" + told);
    assertThat(newest.inUseSince()).isEqualTo(TestLine.START);
    assertThat(settings.keys(line.mn)).hasSize(2);
    assertThat(line.journal.ofLogger(line.mn, null, 10))
        .singleElement()
        .satisfies(command -> assertThat(command.toString()).doesNotContain(told));
  }

  @Test
  void aKeyThatTheLoggerTellsDoesNotStandInTheJournalEither() throws IOException {
    byte[] old = "0000000000000000".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    line.speaks(Edition.E2025, BEIJING, Cipher.SM4_BINARY, "123456");
    settings.addKey(line.mn, old, TestLine.START.minus(KeyRotation.LIFE));
    logger = line.connect(Keys.of(List.of(old)));
    gateway.changeKeys();
    Hj212Frame request = requested();

    says(logger.data(request.qn(), "1014", "SKCreateTime=20261124090000000,NewSK=secret"));

    assertThat(line.journal.underWay(line.mn).orElseThrow().reply())
        .containsOnlyKeys("SKCreateTime");
  }

  private Hj212Frame requested() throws IOException {
    gateway.tick();
    return logger.hears().frame();
  }

  private void says(String segment) throws IOException {
    logger.says(segment, frame -> gateway.heard(line.heard(frame)));
  }
}
