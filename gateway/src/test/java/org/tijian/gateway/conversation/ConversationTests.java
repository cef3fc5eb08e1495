package org.tijian.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.gateway.codec.Hj212Frame;

/** With its own threads. */
class ConversationTests {
  private static MonitoringDatabase database;
  private TestLine line;
  private SocketLogger logger;
  private Conversation conversation;

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void talk() throws IOException {
    line = new TestLine(database, LoggerSettings.on(database));
    logger = line.connect();
    conversation =
        new Conversation(line.journal, line.settings, line, TestLine.PATIENCE, line.now::get);
  }

  @AfterEach
  void end() throws IOException {
    conversation.close();
    line.close();
  }

  @Test
  void aStoredFrameThatWantsAnAnswerGetsItAndTheWayThatHasGoneHarmsNobody() throws IOException {
    Hj212Frame lost = frame("QN=20261124090000001;ST=31;CN=2051;Flag=5;CP=&&&&");
    Hj212Frame kept =
        frame("QN=20261124090000002;ST=31;CN=2051;PW=123456;MN=" + line.mn + ";Flag=5;CP=&&&&");

    conversation.heard(
        List.of(
            new Heard(
                line.mn,
                lost,
                bytes -> {
                  throw new IllegalStateException("the way has gone");
                },
                TestLine.START),
            line.heard(kept)));

    Hj212Frame answer = logger.hears().frame();
    assertThat(answer.qn()).isEqualTo("20261124090000002");
    assertThat(answer.cn()).isEqualTo("9014");
  }

  @Test
  void aCommandIsCarriedOutWithThePasswordThatTheLoggerUses() throws IOException {
    logger.says(
        "QN=20261124090000001;ST=31;CN=2011;PW=654321;MN=" + line.mn + ";Flag=5;CP=&&&&",
        frame -> conversation.heard(List.of(line.heard(frame))));
    assertThat(logger.hears().frame().cn()).isEqualTo("9014");
    conversation.start(Duration.ofMillis(20), Duration.ofDays(1), Duration.ofDays(1));

    Command command = line.order(CommandKind.CLOCK_READ);
    Hj212Frame request = logger.hears().frame();
    for (String answer : List.of(logger.ready(request, 1), logger.done(request, 1))) {
      logger.says(answer, frame -> conversation.heard(List.of(line.heard(frame))));
    }

    assertThat(request.pw()).isEqualTo("654321");
    Awaitility.await().until(() -> line.read(command).state() == Command.State.DONE);
  }

  @Test
  void afterItsEndItIsToldInVainAndThrowsNothing() throws IOException {
    conversation.close();

    logger.says(
        "QN=20261124090000001;ST=31;CN=9011;MN=" + line.mn + ";Flag=5;CP=&&QnRtn=1&&",
        frame -> conversation.heard(List.of(line.heard(frame))));

    assertThat(logger.hearsNothing()).isTrue();
  }

  private Hj212Frame frame(String segment) throws IOException {
    java.util.concurrent.atomic.AtomicReference<Hj212Frame> read =
        new java.util.concurrent.atomic.AtomicReference<>();
    logger.says(segment, read::set);
    return read.get();
  }
}
