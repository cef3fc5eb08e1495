package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.analytics.reading.Samples.MN;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.frame;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.FrameReplays.Kept;
import org.tijian.analytics.testing.TestPostgres;

class FrameReplaysTests {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** A text is its own minute's number; one that is no number cannot be read. */
  private static final Function<Kept, List<ArrivedFrame>> READER =
      kept -> {
        String text = new String(kept.bytes(), StandardCharsets.UTF_8);
        return text.matches("[0-9]+")
            ? List.of(number(text, Integer.parseInt(text)))
            : List.of(frame(text, NOON, new FrameVerdict.Refused("incomplete", null, null, 0)));
      };

  private static MonitoringDatabase database;
  private final FrameStore frames = FrameStore.on(database);
  private final FrameLedger ledger = FrameLedger.on(database);
  private final FrameReplays replays = FrameReplays.on(database);
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
            """
            truncate frame, sample, account_journal, frame_day, frame_refusal_day, frame_defect_day, logger_newest,
                     frame_replay
            """)
        .update();
  }

  @Test
  void whatCanBeReadNowLeavesTheQuarantineAndTheAccountMovesWithIt() {
    frames.append(List.of(number("3", 3)));
    frames.append(List.of(unknown("1"), unknown("1"), unknown("03"), unknown("broken")));

    replays.ask(MN, "director");
    workAll(READER);

    assertThat(replays.ofLogger(MN, 10))
        .singleElement()
        .matches(r -> r.doneAt() != null && r.frames() == 3 && r.mended() == 2);
    LoggerDay day = ledger.health(MN, DAY, DAY.plusDays(1)).get(0);
    assertThat(day.account()).isEqualTo(new FrameLedger.Day(DAY, 5, 2, 0, 2, 1));
    assertThat(day.refusals()).containsExactly(new LoggerDay.RefusalCount("incomplete", 1));
    assertThat(ledger.quarantine(MN, null, 10))
        .singleElement()
        .matches(q -> q.reason().code().equals("incomplete"));
    assertThat(series()).containsExactly(1, 3);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void aFrameOfTheQuarantineThatComesAgainReadableLeavesIt() {
    frames.append(List.of(unknown("1"), unknown("2"), unknown("2")));

    assertThat(frames.append(List.of(number("1", 1), number("1", 1), number("3", 3))))
        .isEqualTo(new FrameStore.Appended(1, 0, 2, 0));

    assertThat(series()).containsExactly(1, 3);
    assertThat(ledger.quarantine(MN, null, 10)).hasSize(1);
    assertThat(ledger.health(MN, DAY, DAY.plusDays(1)).get(0).account())
        .isEqualTo(new FrameLedger.Day(DAY, 6, 2, 0, 3, 1));
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void aFrameOutOfWhichSeveralComeStays() {
    frames.append(List.of(unknown("1")));

    replays.ask(MN, "director");
    workAll(kept -> List.of(number("1", 1), number("2", 2)));

    assertThat(replays.ofLogger(MN, 10))
        .singleElement()
        .matches(r -> r.doneAt() != null && r.stillRefused() == 1);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void whatArrivesAfterTheQuestionIsNotTouchedByIt() {
    frames.append(List.of(unknown("1")));
    replays.ask(MN, "director");
    frames.append(List.of(unknown("2")));

    workAll(READER);

    assertThat(ledger.quarantine(MN, null, 10)).hasSize(1);
  }

  @Test
  void aFrameWhoseContentTheDatabaseRefusesStaysAlone() {
    frames.append(List.of(unknown("1"), unknown("2"), unknown("3")));

    replays.ask(MN, "director");
    workAll(
        kept ->
            kept.bytes()[0] == '2'
                ? List.of(frame("2", NOON, new FrameVerdict.Refused("no\0text", null, null, 0)))
                : READER.apply(kept));

    assertThat(ledger.quarantine(MN, null, 10)).hasSize(1);
    assertThat(series()).containsExactly(1, 3);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void aReplayThatWasCutOffGoesOnWhereItWas() {
    flood(250);
    replays.ask(MN, "director");
    replays.work(READER);

    assertThatThrownBy(
            () ->
                replays.work(
                    kept -> {
                      throw new IllegalStateException("killed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    workAll(READER);

    assertThat(series()).hasSize(250);
    assertThat(replays.ofLogger(MN, 10)).singleElement().matches(r -> r.mended() == 250);
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  @Test
  void severalGatewaysAtOnceMoveEveryFrameOnceWhileOthersArrive() throws Exception {
    flood(300);
    replays.ask(MN, "director");
    ExecutorService gateways = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int gateway = 0; gateway < 3; gateway++) {
        work.add(() -> workAll(READER));
      }
      work.add(
          () -> {
            for (int i = 0; i < 30; i++) {
              frames.append(List.of(number("live " + i, 1000 + i), unknown(Integer.toString(i))));
            }
            return 0;
          });
      for (Future<Integer> done : gateways.invokeAll(work)) {
        done.get();
      }
    } finally {
      gateways.shutdownNow();
    }

    assertThat(replays.ofLogger(MN, 10)).singleElement().matches(r -> r.mended() == 300);
    assertThat(ledger.quarantine(MN, null, 10)).isEmpty();
    assertThat(ledger.reconcile(MN)).matches(Reconciliation::addsUp);
  }

  private int workAll(Function<Kept, List<ArrivedFrame>> reader) {
    int pieces = 0;
    while (replays.work(reader)) {
      pieces++;
    }
    return pieces;
  }

  private void flood(int count) {
    List<ArrivedFrame> flood = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      flood.add(
          frame(Integer.toString(i), NOON, new FrameVerdict.Refused("wrong-mn", null, null, 0)));
    }
    frames.append(flood);
  }

  private static ArrivedFrame number(String text, int number) {
    return minute(text, NOON.plusSeconds(60L * number), nox(number));
  }

  private static ArrivedFrame unknown(String text) {
    return frame(text, NOON, new FrameVerdict.Refused("unknown-device", MN, null, 0));
  }

  private double[] series() {
    return readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, NOON.plusSeconds(360_000)).value();
  }
}
