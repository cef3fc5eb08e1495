package org.tijian.analytics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.command.Command.Origin;
import org.tijian.analytics.command.Command.State;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.testing.TestPostgres;

class JdbcCommandJournalTests {
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, String> SPAN =
      Map.of("BeginTime", "20261123080000", "EndTime", "20261123090000");
  private static MonitoringDatabase database;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final CommandJournal journal = CommandJournal.on(database, now::get);
  private String mn;

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void anotherLogger() {
    mn = "LOGGER-" + NUMBER.incrementAndGet();
  }

  @Test
  void anOrderIsWrittenDownAsGiven() {
    Command ordered =
        order(CommandKind.CALIBRATE, Map.of("PolId", "a21026", "CalibrationType", "0"), true, null);

    assertThat(journal.find(ordered.id())).contains(ordered);
    assertThat(ordered.state()).isEqualTo(State.WAITING);
    assertThat(ordered.orderedAt()).isEqualTo(NOW);
    assertThat(ordered.parameters()).containsEntry("PolId", "a21026");
    assertThat(journal.ofLogger(mn, null, 10)).containsExactly(ordered);
    assertThat(journal.ofLogger(mn, ordered.id(), 10)).isEmpty();
  }

  @Test
  void whatActsOnAnInstrumentNeedsTheEnterprisesConfirmation() {
    assertThatExceptionOfType(UnconfirmedCommand.class)
        .isThrownBy(() -> order(CommandKind.CALIBRATE, Map.of("PolId", "a21026"), false, null));

    assertThat(journal.ofLogger(mn, null, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          kind,                   first,                    second,                  field
          REAL_TIME_INTERVAL_SET, ,                         ,                        RtdInterval
          REAL_TIME_INTERVAL_SET, RtdInterval=29,           ,                        RtdInterval
          REAL_TIME_INTERVAL_SET, RtdInterval=3601,         ,                        RtdInterval
          MINUTE_INTERVAL_SET,    MinInterval=7,            ,                        MinInterval
          PATIENCE_SET,           OverTime=0,               ReCount=3,               OverTime
          PATIENCE_SET,           OverTime=10,              ReCount=100,             ReCount
          MINUTE_HISTORY,         BeginTime=20261123080000, ,                        EndTime
          MINUTE_HISTORY,         BeginTime=20261123080000, EndTime=20261123075959,  EndTime
          MINUTE_HISTORY,         BeginTime=20260230080000, EndTime=20261123080000,  BeginTime
          INFORMATION_READ,       InfoId=i1300,             ,                        InfoId
          INFORMATION_READ,       InfoId=i13004,            EndTime=20261123080000,  BeginTime
          CLOCK_READ,             PolId=a;CN=1072,          ,                        PolId
          REAL_TIME_STOP,         PolId=a21026,             ,                        PolId
          CALIBRATE,              PolId=a21026,             CalibrationType=2,       CalibrationType
          """)
  void aParameterThatDoesNotFitIsNamed(
      CommandKind kind, @Nullable String first, @Nullable String second, String field) {
    Map<String, String> parameters = new java.util.LinkedHashMap<>();
    for (String parameter : java.util.Arrays.asList(first, second)) {
      if (parameter != null) {
        parameters.put(parameter.split("=", 2)[0], parameter.split("=", 2)[1]);
      }
    }

    assertThatExceptionOfType(WrongParameter.class)
        .isThrownBy(() -> order(kind, parameters, true, null))
        .satisfies(wrong -> assertThat(wrong.field()).isEqualTo(field));
  }

  @Test
  void aLoggerHasOneExchangeAtATime() {
    Command first = order(CommandKind.CLOCK_READ);
    Command second = order(CommandKind.MINUTE_INTERVAL_READ);

    assertThat(taken("a")).containsExactly(first.id());
    assertThat(taken("b")).isEmpty();
    journal.sent(first.id(), "20261124090000001", NOW);
    assertThat(taken("a")).isEmpty();
    journal.ended(first.id(), State.DONE, 1, NOW);
    assertThat(taken("b")).containsExactly(second.id());
  }

  @Test
  void historyComesAfterEverythingElse() {
    Command history = order(CommandKind.MINUTE_HISTORY, SPAN, false, null);
    Command healing =
        journal.order(
            new CommandJournal.Order(
                mn, CommandKind.HOUR_HISTORY, SPAN, Origin.GAP, "gap", false, null, null));
    Command clock = order(CommandKind.CLOCK_SET);

    assertThat(takenAndEnded()).isEqualTo(clock.id());
    assertThat(takenAndEnded()).isEqualTo(history.id());
    assertThat(takenAndEnded()).isEqualTo(healing.id());
  }

  @Test
  void aCommandGoesToOneOfManyGateways() {
    List<String> loggers = IntStream.range(0, 40).mapToObj(i -> mn + "-" + i).toList();
    loggers.forEach(
        logger -> {
          order(logger, CommandKind.CLOCK_READ);
          order(logger, CommandKind.MINUTE_INTERVAL_READ);
        });

    List<Command> taken =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> journal.take(loggers, "gateway-" + i, LEASE))
            .flatMap(List::stream)
            .toList();
    List<Command> rest = journal.take(loggers, "late", LEASE);

    assertThat(taken).extracting(Command::mn).doesNotHaveDuplicates();
    assertThat(taken.size() + rest.size()).isEqualTo(40);
  }

  @Test
  void whatWasTakenAndNotSentGoesToAnotherWhenTheLeaseIsOver() {
    Command command = order(CommandKind.CLOCK_READ);
    assertThat(taken("a")).containsExactly(command.id());
    assertThat(taken("a")).containsExactly(command.id());
    assertThat(taken("b")).isEmpty();

    now.set(NOW.plus(LEASE).plusMillis(1));

    assertThat(taken("b")).containsExactly(command.id());
  }

  @Test
  void whatWasSentIsTakenOverWhenTheLeaseIsOver() {
    Command command = order(CommandKind.CLOCK_READ);
    taken("a");
    journal.sent(command.id(), "20261124090000001", NOW);
    assertThat(opened("a")).containsExactly(command.id());
    assertThat(opened("b")).isEmpty();

    now.set(NOW.plus(LEASE).plusMillis(1));

    assertThat(opened("b")).containsExactly(command.id());
    assertThat(opened("a")).isEmpty();
    assertThat(taken("b")).isEmpty();
  }

  @Test
  void theLineThatWentBeforeSendingLeavesTheCommandWaiting() {
    Command command = order(CommandKind.CLOCK_READ);
    taken("a");
    journal.sent(command.id(), "20261124090000001", NOW);

    journal.unsent(command.id());

    assertThat(journal.find(command.id())).contains(command);
    assertThat(taken("a")).containsExactly(command.id());
  }

  @Test
  void answersAreNotedOnceAndTheEndStands() {
    Command command = order(CommandKind.CLOCK_READ);
    taken("a");
    journal.sent(command.id(), "20261124090000001", NOW);
    assertThat(journal.underWay(mn)).map(Command::qn).contains("20261124090000001");

    journal.answered(command.id(), 1, NOW.plusSeconds(1));
    journal.answered(command.id(), 2, NOW.plusSeconds(2));
    journal.told(command.id(), Map.of("SystemTime", "20261124\u0000085500"), 1);
    journal.ended(command.id(), State.DONE, 1, NOW.plusSeconds(3));
    journal.sent(command.id(), "20261124090000002", NOW.plusSeconds(4));
    journal.ended(command.id(), State.FAILED, 2, NOW.plusSeconds(5));

    Command ended = journal.find(command.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(State.DONE);
    assertThat(ended.qnRtn()).isEqualTo(1);
    assertThat(ended.exeRtn()).isEqualTo(1);
    assertThat(ended.attempts()).isEqualTo(1);
    assertThat(ended.frames()).isEqualTo(1);
    assertThat(ended.reply()).containsOnly(Map.entry("SystemTime", "20261124085500"));
    assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(3));
    assertThat(journal.underWay()).extracting(Command::id).doesNotContain(command.id());
  }

  @Test
  void whatWasToldBeforeTheEndAndComesAfterItIsTakenInOnlyIfItWasDone() {
    Command done = order(CommandKind.CLOCK_READ);
    taken("a");
    journal.sent(done.id(), "20261124090000001", NOW);
    journal.ended(done.id(), State.DONE, 1, NOW.plusSeconds(1));
    Command failed = order(CommandKind.CLOCK_READ);
    taken("a");
    journal.sent(failed.id(), "20261124090000002", NOW);
    journal.ended(failed.id(), State.FAILED, 2, NOW.plusSeconds(2));

    journal.told(done.id(), Map.of("SystemTime", "20261124090000"), 1);
    journal.told(failed.id(), Map.of("SystemTime", "20261124090000"), 1);

    assertThat(journal.doneSince(mn, NOW)).map(Command::id).contains(done.id());
    assertThat(journal.doneSince(mn, NOW.plusSeconds(2))).isEmpty();
    assertThat(journal.find(done.id()).orElseThrow().frames()).isEqualTo(1);
    assertThat(journal.find(failed.id()).orElseThrow().frames()).isZero();
  }

  @Test
  void whatNobodyCouldSendInTimeIsUnreachable() {
    Command command = order(CommandKind.CLOCK_READ, Map.of(), false, NOW.plusSeconds(10));
    now.set(NOW.plusSeconds(10));

    assertThat(taken("a")).isEmpty();

    assertThat(journal.find(command.id()).orElseThrow().state()).isEqualTo(State.UNREACHABLE);
  }

  @Test
  void onlyWhatWaitsCanBeCancelled() {
    Command waiting = order(CommandKind.CLOCK_READ);
    assertThat(journal.cancel(waiting.id())).isTrue();
    assertThat(journal.cancel(waiting.id())).isFalse();
    assertThat(taken("a")).isEmpty();

    Command sent = order(CommandKind.CLOCK_READ);
    taken("a");
    assertThat(journal.cancel(sent.id())).isFalse();
  }

  @Test
  void theJournalKnowsTheNameOfAKeyOnly() {
    Command command =
        journal.order(
            new CommandJournal.Order(
                mn,
                CommandKind.KEY_SET,
                Map.of("SKCreateTime", "20261124090000000"),
                Origin.RULE,
                "rotation",
                false,
                "17",
                null));

    assertThat(journal.secretOf(command.id())).contains("17");
    assertThat(journal.secretOf(-1)).isEmpty();
    assertThat(command.parameters()).containsOnlyKeys("SKCreateTime");
  }

  private Command order(CommandKind kind) {
    return order(mn, kind);
  }

  private Command order(String logger, CommandKind kind) {
    return journal.order(
        new CommandJournal.Order(
            logger, kind, Map.of(), Origin.PERSON, "director", false, null, null));
  }

  private Command order(
      CommandKind kind,
      Map<String, String> parameters,
      boolean confirmed,
      @Nullable Instant until) {
    return journal.order(
        new CommandJournal.Order(
            mn, kind, parameters, Origin.PERSON, "director", confirmed, null, until));
  }

  private List<Long> taken(String gateway) {
    return journal.take(List.of(mn), gateway, LEASE).stream().map(Command::id).toList();
  }

  private List<Long> opened(String gateway) {
    return journal.open(gateway).stream()
        .filter(command -> command.mn().equals(mn))
        .map(Command::id)
        .toList();
  }

  private long takenAndEnded() {
    long id = taken("a").get(0);
    journal.sent(id, "20261124090000001", NOW);
    journal.ended(id, State.DONE, 1, NOW);
    return id;
  }
}
