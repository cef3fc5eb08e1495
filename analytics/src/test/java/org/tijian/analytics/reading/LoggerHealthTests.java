package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tijian.analytics.reading.Samples.MN;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.nox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.command.CommandKind;
import org.tijian.analytics.reading.FrameFacts.FrameDefect;
import org.tijian.analytics.reading.FrameStore.Appended;
import org.tijian.analytics.testing.TestPostgres;

class LoggerHealthTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final FrameDefect GBK = new FrameDefect("encoding-gbk", null, null, null);
  private static final FrameDefect LOWER_CASE =
      new FrameDefect("crc-lower-case", "6.3.1", "1C80", "1c80");
  private static final List<FrameDefect> NO_DEFECTS = List.of();

  private static MonitoringDatabase database;
  private final FrameStore frames = FrameStore.on(database);
  private final FrameLedger ledger = FrameLedger.on(database);

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database
        .jdbc()
        .sql(
            """
            truncate frame, sample, account_journal, frame_day, frame_refusal_day, frame_defect_day, logger_newest,
                     command
            """)
        .update();
  }

  @Test
  void refusedFramesAreCountedByReason() {
    frames.append(
        List.of(refused("a", "crc-mismatch"), refused("b", "crc-mismatch"), refused("c", "other")));

    assertThat(day().refusals())
        .containsExactly(
            new LoggerDay.RefusalCount("crc-mismatch", 2), new LoggerDay.RefusalCount("other", 1));
    assertThat(ledger.quarantine(MN, null, "other", 10)).hasSize(1);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void everyArrivalOfADefectCountsButOneFrameOnlyOnce() {
    ArrivedFrame frame = minute("one", 0, 70, List.of(GBK, GBK, LOWER_CASE), false);
    frames.append(List.of(frame, minute("clean", 1, 70, NO_DEFECTS, false)));
    frames.append(List.of(frame));

    assertThat(day().defective()).isEqualTo(2);
    assertThat(ledger.defects(MN, DAY, DAY.plusDays(1)))
        .extracting(DefectCount::code, DefectCount::clause, DefectCount::frames)
        .containsExactly(tuple("crc-lower-case", "6.3.1", 2L), tuple("encoding-gbk", null, 2L));
    assertThat(ledger.defects(MN, DAY, DAY.plusDays(1)).get(0).sampleFrameId())
        .isEqualTo(
            database
                .jdbc()
                .sql("select id from frame where convert_from(bytes, 'UTF8') = 'one'")
                .query(Long.class)
                .single());
  }

  @Test
  void latencyIsTakenFromLiveFirstCopiesFromTheEndOfThePeriod() {
    ArrivedFrame once = minute("a", 0, 70, NO_DEFECTS, false);
    frames.append(
        List.of(
            once,
            minute("b", 1, 61, NO_DEFECTS, false),
            minute("late", 2, 181, NO_DEFECTS, false),
            minute("again", 3, 65, NO_DEFECTS, true)));
    frames.append(List.of(once));

    assertThat(day().latency())
        .isEqualTo(
            new Timing(Duration.ofMillis(5500), Duration.ofSeconds(1), Duration.ofSeconds(10), 2));
    assertThat(day().resent()).isEqualTo(1);
  }

  @Test
  void theClockIsTakenFromRealTimeData() {
    frames.append(List.of(realTime("a", 0, 5), realTime("b", 60, -2)));

    assertThat(day().clock())
        .isEqualTo(
            new Timing(Duration.ofMillis(-1500), Duration.ofSeconds(-5), Duration.ofSeconds(2), 2));
    assertThat(day().latency()).isNull();
  }

  @Test
  void anOlderTimeAfterANewerOneIsOutOfOrderUnlessMarkedAsSentAgain() {
    frames.append(List.of(minute("b", 2, 70, NO_DEFECTS, false)));
    ArrivedFrame older = minute("a", 1, 135, NO_DEFECTS, false);

    frames.append(List.of(older, minute("marked", 0, 200, NO_DEFECTS, true)));
    frames.append(List.of(older, minute("c", 3, 70, NO_DEFECTS, false), realTime("other", 0, 1)));

    assertThat(day().outOfOrder()).isEqualTo(1);
    assertThat(day().sentLater()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNextProcessKnowsTheNewestTimes(boolean folded) {
    frames.append(List.of(minute("b", 2, 70, NO_DEFECTS, false)));
    if (folded) {
      AccountJournal.on(database).fold();
    }

    FrameStore.on(database).append(List.of(minute("a", 1, 135, NO_DEFECTS, false)));

    assertThat(day().outOfOrder()).isEqualTo(1);
  }

  @Test
  void whoReadsAccountsDoesNotSeeWhatIsFolded() {
    AccountJournal journal = AccountJournal.on(database);
    frames.append(List.of(minute("a", 0, 70, List.of(GBK), false), refused("b", "crc-mismatch")));
    frames.append(List.of(realTime("c", 1, 3), came("d", 1, NOON.plusSeconds(131))));
    LoggerDay unfolded = day();
    journal.fold();
    assertThat(day()).isEqualTo(unfolded);

    frames.append(List.of(minute("e", 2, 75, NO_DEFECTS, false), realTime("f", 9, 1)));
    LoggerDay half = day();
    journal.fold();

    assertThat(day()).isEqualTo(half);
    assertThat(half.account().received()).isEqualTo(6);
    assertThat(half.latency()).extracting(Timing::frames).isEqualTo(3L);
    assertThat(half.transports()).hasSize(2);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
    assertThat(database.jdbc().sql("select 1 from account_journal").query().listOfRows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          transport, seconds after the newer one, counted
          mqtt,      0,                           0
          mqtt,      4,                           0
          mqtt,      5,                           1
          mqtt/json, 4,                           0
          tcp,       0,                           1
          """)
  void whatTheBrokerMayHaveSwappedIsNotTheLoggers(String transport, int seconds, int counted) {
    Instant arrival = NOON.plusSeconds(190);
    frames.append(List.of(minuteOver("mqtt", "b", 2, arrival)));
    frames.append(List.of(minuteOver(transport, "a", 1, arrival.plusSeconds(seconds))));

    assertThat(day().outOfOrder()).isEqualTo(counted);
    assertThat(day().latency()).extracting(Timing::frames).isEqualTo(1L);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          seconds after its start, out of order, later
          179,                     1,            0
          180,                     0,            1
          """)
  void whatComesLongAfterItsPeriodWasSentLater(int seconds, long outOfOrder, long later) {
    frames.append(List.of(minute("b", 1, 70, NO_DEFECTS, false)));
    frames.append(List.of(minute("a", 0, seconds, NO_DEFECTS, false)));

    assertThat(day().outOfOrder()).isEqualTo(outOfOrder);
    assertThat(day().sentLater()).isEqualTo(later);
  }

  @Test
  void whatWasAskedForIsFetchedAndNeitherLateNorOutOfOrder() {
    frames.append(List.of(minute("live", 60, 61, NO_DEFECTS, false)));
    Instant asked = NOON.plusSeconds(3_700);
    CommandJournal journal = CommandJournal.on(database);
    long id = history(journal, "20261101120500", "20261101120900");
    journal.sent(id, "20261101130140000", asked);

    frames.append(List.of(came("before", 4, asked), came("first", 5, asked)));
    journal.ended(id, Command.State.DONE, 1, asked.plusSeconds(2));
    frames.append(
        List.of(
            came("last", 9, asked.plusSeconds(500)), came("after", 10, asked.plusSeconds(500))));
    frames.append(List.of(came("too late", 6, asked.plusSeconds(700))));

    assertThat(day().fetched()).isEqualTo(2);
    assertThat(day().sentLater()).isEqualTo(3);
    assertThat(day().outOfOrder()).isZero();
    assertThat(day().latency())
        .isEqualTo(
            new Timing(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1));
  }

  /** A logger that begins with what it has kept, and goes on live: only that tells of the line. */
  @Test
  void aRunThatWaitedSaysNothingOfTheLineNorOfTheClock() {
    Instant arrival = NOON.plusSeconds(600);
    List<ArrivedFrame> run = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      run.add(came("m" + i, i, arrival));
      Instant at = NOON.plusSeconds(60L * i);
      run.add(frame("r" + i, PeriodKind.REAL_TIME, at, arrival, NO_DEFECTS, false));
    }
    frames.append(run.subList(0, 8));
    frames.append(run.subList(8, 20));
    assertThat(day().latency()).isNull();
    assertThat(day().clock()).isNull();

    frames.append(List.of(minute("live", 10, 61, NO_DEFECTS, false), realTime("now", 660, 1)));

    Duration second = Duration.ofSeconds(1);
    assertThat(day().latency()).isEqualTo(new Timing(second, second, second, 1));
    Duration behind = second.negated();
    assertThat(day().clock()).isEqualTo(new Timing(behind, behind, behind, 1));
    assertThat(day().outOfOrder() + day().sentLater() + day().fetched()).isZero();
  }

  private static long history(CommandJournal journal, String from, String until) {
    return journal
        .order(
            new CommandJournal.Order(
                MN,
                CommandKind.MINUTE_HISTORY,
                Map.of("BeginTime", from, "EndTime", until),
                Command.Origin.GAP,
                "test",
                false,
                null,
                null))
        .id();
  }

  @Test
  void aBatchThatFailedAndComesAgainCountsOnce() {
    List<ArrivedFrame> good =
        List.of(minute("b", 1, 70, List.of(GBK), false), minute("a", 0, 190, NO_DEFECTS, false));
    List<ArrivedFrame> bad = new ArrayList<>(good);
    bad.add(refused("c", "no\0text"));

    assertThatThrownBy(() -> frames.append(bad)).isInstanceOf(DataAccessException.class);
    frames.append(good);

    assertThat(day().account().received()).isEqualTo(2);
    assertThat(day().sentLater()).isEqualTo(1);
    assertThat(day().defective()).isEqualTo(1);
  }

  @Test
  void theWaysOfADayAreTold() {
    frames.append(List.of(over("tcp", "a")));
    frames.append(List.of(over("mqtt", "b"), over("tcp", "c")));

    assertThat(day().transports()).containsExactly("mqtt", "tcp");
  }

  @Test
  void ofAnUnknownLoggerTheFirstFramesAreKeptAndTheRestIsCounted() {
    List<ArrivedFrame> flood = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      flood.add(refused("f" + i, "unknown-device"));
    }
    assertThat(frames.append(flood.subList(0, 150))).isEqualTo(new Appended(0, 0, 0, 150));
    assertThat(frames.append(flood.subList(150, 250))).isEqualTo(new Appended(0, 0, 0, 100));

    assertThat(ledger.quarantine(MN, null, 1000)).hasSize(200);
    assertThat(day().notKept()).isEqualTo(50);
    assertThat(day().account().refused()).isEqualTo(250);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
    assertThat(ledger.traffic(List.of(MN, "NOBODY"), DAY))
        .containsOnlyKeys(MN)
        .extractingByKey(MN)
        .extracting(FrameLedger.Traffic::received, FrameLedger.Traffic::refused)
        .containsExactly(250L, 250L);
  }

  /** The room is filled by hand, because twenty thousand frames take their time. */
  @Test
  void whenTheRoomForUnknownLoggersIsFullNewOnesShareOneAccount() {
    database
        .jdbc()
        .sql(
            """
            insert into frame (mn, digest, received_at, last_received_at, copies, transport, bytes,
                               verdict, refusal_code)
            select 'U' || n, sha256(n::text::bytea), now(), now(), 1, 'tcp', '', 'refused',
                   'unknown-device'
              from generate_series(1, 20000) as n
            """)
        .update();

    assertThat(frames.append(List.of(refused("late", "unknown-device"))).refused()).isEqualTo(1);

    assertThat(ledger.health(MN, DAY, DAY.plusDays(1))).isEmpty();
    assertThat(ledger.health(UnknownLoggers.EVERYBODY, DAY, DAY.plusDays(1)))
        .singleElement()
        .matches(day -> day.notKept() == 1 && day.account().refused() == 1);
  }

  @Test
  void theSheetAddsUpToTheFrameWithEightWritersAtOnce() throws Exception {
    List<ArrivedFrame> batch = mixed();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Appended>> calls = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        List<ArrivedFrame> own = new ArrayList<>(batch);
        Collections.shuffle(own, new Random(writer));
        calls.add(() -> inPieces(own));
      }
      for (Future<Appended> done : writers.invokeAll(calls)) {
        assertThat(done.get().received()).isEqualTo(batch.size());
      }
    } finally {
      writers.shutdownNow();
    }

    LoggerDay day = day();
    assertThat(day.account()).isEqualTo(new FrameLedger.Day(DAY, 2400, 100, 50, 2150, 100));
    assertThat(day.refusals()).extracting(LoggerDay.RefusalCount::frames).containsExactly(50L, 50L);
    assertThat(ledger.defects(MN, DAY, DAY.plusDays(1)))
        .extracting(DefectCount::frames)
        .containsExactly(800L);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  /** 100 minutes with a defect, 50 of them once more in other bytes; 50 notes; 100 refused. */
  private static List<ArrivedFrame> mixed() {
    List<ArrivedFrame> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      batch.add(minute("m" + i, i, 70, List.of(GBK), false));
      batch.add(refused("r" + i, i % 2 == 0 ? "crc-mismatch" : "incomplete"));
      if (i % 2 == 0) {
        batch.add(minute("again" + i, i, 70, NO_DEFECTS, false));
        batch.add(over("mqtt", "n" + i));
      }
    }
    return batch;
  }

  private Appended inPieces(List<ArrivedFrame> batch) {
    Appended sum = new Appended(0, 0, 0, 0);
    for (int from = 0; from < batch.size(); from += 60) {
      Appended piece = frames.append(batch.subList(from, Math.min(from + 60, batch.size())));
      sum =
          new Appended(
              sum.stored() + piece.stored(),
              sum.noted() + piece.noted(),
              sum.duplicate() + piece.duplicate(),
              sum.refused() + piece.refused());
    }
    return sum;
  }

  private LoggerDay day() {
    List<LoggerDay> days = ledger.health(MN, DAY, DAY.plusDays(1));
    assertThat(days).hasSize(1);
    return days.get(0);
  }

  private static ArrivedFrame minute(
      String text, int number, int secondsLater, List<FrameDefect> defects, boolean resent) {
    Instant at = NOON.plusSeconds(60L * number);
    return frame(text, PeriodKind.MINUTE, at, at.plusSeconds(secondsLater), defects, resent);
  }

  private static ArrivedFrame came(String text, int number, Instant arrival) {
    return minuteOver("tcp", text, number, arrival);
  }

  private static ArrivedFrame minuteOver(
      String transport, String text, int number, Instant arrival) {
    Instant at = NOON.plusSeconds(60L * number);
    ArrivedFrame frame = frame(text, PeriodKind.MINUTE, at, arrival, NO_DEFECTS, false);
    return arrived(transport, text, arrival, frame.verdict(), frame.facts());
  }

  private static ArrivedFrame realTime(String text, int second, int secondsLater) {
    Instant at = NOON.plusSeconds(second);
    return frame(text, PeriodKind.REAL_TIME, at, at.plusSeconds(secondsLater), NO_DEFECTS, false);
  }

  private static ArrivedFrame frame(
      String text,
      PeriodKind kind,
      Instant dataTime,
      Instant receivedAt,
      List<FrameDefect> defects,
      boolean resent) {
    PeriodReadings readings = new PeriodReadings(OUTLET, kind, dataTime, 0, List.of(nox(1)));
    return arrived(
        "mqtt",
        text,
        receivedAt,
        new FrameVerdict.Readings(readings),
        new FrameFacts(defects, kind, dataTime, resent));
  }

  private static ArrivedFrame refused(String text, String code) {
    FrameVerdict verdict = new FrameVerdict.Refused(code, null, null, 0);
    return arrived("mqtt", text, NOON, verdict, FrameFacts.NONE);
  }

  private static ArrivedFrame over(String transport, String text) {
    return arrived(transport, text, NOON, new FrameVerdict.Noted(), FrameFacts.NONE);
  }

  private static ArrivedFrame arrived(
      String transport, String text, Instant receivedAt, FrameVerdict verdict, FrameFacts facts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ArrivedFrame(MN, receivedAt, transport, bytes, "2051", verdict, facts);
  }
}
