package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.analytics.reading.Samples.CO;
import static org.tijian.analytics.reading.Samples.MN;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.damaged;
import static org.tijian.analytics.reading.Samples.frame;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;
import static org.tijian.analytics.reading.Samples.part;
import static org.tijian.analytics.reading.Samples.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.FrameLedger.Day;
import org.tijian.analytics.reading.FrameStore.Appended;
import org.tijian.analytics.testing.TestPostgres;

class JdbcFrameStoreTests {
  private static MonitoringDatabase database;
  private final FrameStore frames = FrameStore.on(database);
  private final FrameLedger ledger = FrameLedger.on(database);
  private final ReadingStore readings = ReadingStore.on(database);

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
            "truncate frame, sample, account_journal, frame_day, frame_refusal_day, frame_defect_day, logger_newest")
        .update();
  }

  @Test
  void anEmptyBatchIsStoredAsNothing() {
    assertThat(frames.append(List.of())).isEqualTo(new Appended(0, 0, 0, 0));
  }

  @Test
  void aBatchAppendedAgainShowsNothingTwice() {
    List<ArrivedFrame> batch =
        List.of(
            minute("one", NOON, nox(10)),
            minute("two", NOON.plusSeconds(60), nox(11)),
            frame("heartbeat", NOON, new FrameVerdict.Noted()),
            damaged("broken"));

    assertThat(frames.append(batch)).isEqualTo(new Appended(2, 1, 0, 1));
    assertThat(frames.append(batch)).isEqualTo(new Appended(0, 0, 4, 0));

    assertThat(rows("sample")).isEqualTo(2);
    assertThat(rows("frame")).isEqualTo(4);
    assertThat(ledger.quarantine(MN, null, 10)).singleElement().matches(q -> q.copies() == 2);
  }

  @Test
  void whatAPeriodDoesNotSayIsNull() {
    FactorReading both = new FactorReading(NOX, 1.5, 1.0, null, null, null, DataFlag.NORMAL);
    FactorReading none = new FactorReading(CO, null, null, null, null, 7.0, DataFlag.FAULT);

    frames.append(
        List.of(
            minute("one", NOON, both, none),
            minute("two", NOON.plusSeconds(60), nox(2), both(CO))));

    assertThat(
            database
                .jdbc()
                .sql(
                    """
                    select concat_ws(' ', value, minimum, coalesce(maximum::text, '-'),
                                     coalesce(amount::text, '-'), coalesce(converted::text, '-'),
                                     coalesce(mark::text, '-'))
                      from sample order by measured_at
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "{1.5,NULL} {1,NULL} - - {NULL,7} {N,D}", "{2,3} {NULL,2} {NULL,4} {NULL,5} - -");
  }

  private static FactorReading both(String factor) {
    return new FactorReading(factor, 3.0, 2.0, 4.0, 5.0, null, DataFlag.NORMAL);
  }

  @Test
  void aRepeatInsideABatchIsADuplicate() {
    ArrivedFrame one = minute("one", NOON, nox(10));

    assertThat(frames.append(List.of(one, one, one))).isEqualTo(new Appended(1, 0, 2, 0));

    assertThat(rows("frame")).isEqualTo(1);
    assertThat(series()).containsExactly(10);
  }

  @Test
  void aPeriodSentAgainWithEqualValuesIsADuplicateWhateverTheFrameLooksLike() {
    frames.append(List.of(minute("one", NOON, nox(10), reading(CO, 5.0))));

    Appended again = frames.append(List.of(minute("other", NOON, reading(CO, 5.0), nox(10))));

    assertThat(again).isEqualTo(new Appended(0, 0, 1, 0));
    assertThat(rows("sample")).isEqualTo(1);
    assertThat(verdicts()).containsExactly("readings", "repeated");
  }

  @Test
  void aPeriodSentAgainWithDifferingValuesIsAFurtherVersionAndTheNewestIsShown() {
    frames.append(List.of(minute("one", NOON, nox(10))));

    assertThat(frames.append(List.of(minute("two", NOON, nox(12)))))
        .isEqualTo(new Appended(1, 0, 0, 0));

    assertThat(rows("sample")).isEqualTo(2);
    assertThat(series()).containsExactly(12);
    assertThat(readings.count(OUTLET, PeriodKind.MINUTE, NOON, NOON.plusSeconds(60))).isEqualTo(1);
  }

  @Test
  void versionsOfOnePeriodInOneBatchStandInTheOrderOfTheBatch() {
    Appended appended =
        frames.append(
            List.of(
                minute("a", NOON, nox(1)),
                minute("b", NOON, nox(2)),
                minute("c", NOON, nox(2)),
                minute("d", NOON, nox(1)),
                minute("e", NOON.plusSeconds(60), nox(9))));

    assertThat(appended).isEqualTo(new Appended(4, 0, 1, 0));
    assertThat(series()).containsExactly(1, 9);
    assertThat(
            database
                .jdbc()
                .sql("select version from sample where measured_at = :at order by frame_id")
                .param("at", NOON.atOffset(java.time.ZoneOffset.UTC))
                .query(Integer.class)
                .list())
        .containsExactly(0, 1, 2);
  }

  @Test
  void aChangedMarkIsADifferingReSend() {
    frames.append(List.of(minute("one", NOON, nox(10))));

    frames.append(List.of(minute("two", NOON, Samples.marked(NOX, 10, DataFlag.FAULT))));

    ReadingStore.Series series =
        readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, NOON.plusSeconds(60));
    assertThat(series.flag()).containsExactly(DataFlag.FAULT);
  }

  @Test
  void theSubPacketsOfAPeriodStandSideBySide() {
    frames.append(
        List.of(part("first", NOON, 1, nox(10)), part("second", NOON, 2, reading(CO, 5.0))));

    assertThat(series()).containsExactly(10);
    assertThat(readings.series(OUTLET, CO, PeriodKind.MINUTE, NOON, NOON.plusSeconds(60)).value())
        .containsExactly(5);
    assertThat(readings.count(OUTLET, PeriodKind.MINUTE, NOON, NOON.plusSeconds(60))).isEqualTo(1);
  }

  @Test
  void aRefusedFrameIsKeptWithItsReasonAndItsBytes() {
    frames.append(List.of(damaged("broken"), damaged("broken too")));

    List<FrameLedger.Quarantined> newestFirst = ledger.quarantine(MN, null, 10);

    assertThat(newestFirst)
        .extracting(q -> new String(q.bytes(), StandardCharsets.UTF_8))
        .containsExactly("broken too", "broken");
    assertThat(newestFirst.get(1).reason())
        .isEqualTo(new FrameVerdict.Refused("crc-mismatch", "1C80", "2D91", 2));
    assertThat(ledger.quarantine(MN, newestFirst.get(0).id(), 10)).hasSize(1);
  }

  @Test
  void everyFrameIsAccountedForOnTheBeijingDayOfItsArrival() {
    Instant beforeMidnight = Instant.parse("2026-11-01T15:59:59Z");
    Instant afterMidnight = Instant.parse("2026-11-01T16:00:00Z");
    frames.append(List.of(minute("one", NOON, nox(10)), damaged("broken")));
    frames.append(List.of(frame("x", beforeMidnight, new FrameVerdict.Noted())));
    frames.append(List.of(frame("x", afterMidnight, new FrameVerdict.Noted())));

    List<Day> days = ledger.days(MN, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 3));

    assertThat(days)
        .containsExactly(
            new Day(LocalDate.of(2026, 11, 2), 1, 0, 0, 1, 0),
            new Day(LocalDate.of(2026, 11, 1), 3, 1, 1, 0, 1));
    assertThat(ledger.lastContact(MN)).contains(afterMidnight);
    assertThat(ledger.lastContact("NOBODY")).isEmpty();
  }

  @Test
  void aBatchThatCannotBeStoredLeavesNothing() {
    ArrivedFrame unstorable =
        new ArrivedFrame(
            MN,
            NOON,
            "no\0text",
            new byte[] {1},
            "2051",
            new FrameVerdict.Noted(),
            FrameFacts.NONE);

    assertThatThrownBy(() -> frames.append(List.of(minute("one", NOON, nox(10)), unstorable)))
        .isInstanceOf(DataAccessException.class);

    assertThat(rows("frame") + rows("sample") + rows("frame_account")).isZero();
    assertThat(frames.append(List.of(minute("one", NOON, nox(10)))).stored()).isEqualTo(1);
  }

  @Test
  void equalBatchesAppendedAtOnceAreShownOnce() throws Exception {
    List<ArrivedFrame> batch = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      batch.add(minute("f" + i, NOON.plusSeconds(60L * (i % 180)), nox(i)));
    }

    List<Appended> results = atOnce(4, batch);

    assertThat(results.stream().mapToInt(Appended::received).sum()).isEqualTo(800);
    assertThat(results.stream().mapToInt(Appended::stored).sum()).isEqualTo(200);
    assertThat(rows("frame")).isEqualTo(200);
    assertThat(rows("sample")).isEqualTo(200);
    assertThat(series()).hasSize(180);
  }

  /** Every thread in an order of its own: nobody may wait crosswise for another. */
  private List<Appended> atOnce(int threads, List<ArrivedFrame> batch) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Appended>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        List<ArrivedFrame> shuffled = new ArrayList<>(batch);
        Collections.shuffle(shuffled, new Random(i));
        calls.add(() -> frames.append(shuffled));
      }
      List<Appended> results = new ArrayList<>();
      for (Future<Appended> result : executor.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  private double[] series() {
    return readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, NOON.plusSeconds(86_400)).value();
  }

  private List<String> verdicts() {
    return database.jdbc().sql("select verdict from frame order by id").query(String.class).list();
  }

  private static long rows(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
