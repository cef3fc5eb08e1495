package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.tijian.analytics.reading.FrameStore.Appended;
import org.tijian.analytics.testing.TestPostgres;

/** When the quick way is taken, and that nothing is left of what it gave up. */
class QuickWayTests {
  private static MonitoringDatabase database;
  private final FrameStore frames = FrameStore.on(database);

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "", "");
    QuickWays.watch(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    run("truncate frame, sample, sample_day, sample_block, account_journal, frame_day, way");
    run("truncate logger_newest, frame_defect_day, frame_refusal_day");
    run("update sample_horizon set day = '1970-01-01'");
  }

  @Test
  void newFramesOfNewPeriodsGoTheQuickWayInTheOrderOfTheirArrival() {
    Appended appended =
        frames.append(
            List.of(
                minute("z", NOON.plusSeconds(60), nox(2)),
                Samples.frame("notice", NOON, new FrameVerdict.Noted()),
                minute("a", NOON, nox(1))));

    assertThat(appended).isEqualTo(new Appended(2, 1, 0, 0));
    assertThat(QuickWays.taken(database)).containsExactly(true);
    assertThat(texts("select convert_from(bytes, 'UTF8') from frame order by id"))
        .containsExactly("z", "notice", "a");
    assertThat(
            texts(
                """
                select convert_from(bytes, 'UTF8') || value[1]
                  from frame join sample on frame_id = id and sample.received_at = frame.received_at
                """))
        .containsExactlyInAnyOrder("z2", "a1");
  }

  @Test
  void whatIsOrMayBeThereAlreadyGoesTheCarefulWay() {
    ArrivedFrame first = minute("first", NOON, nox(1));
    append(first);

    append(first, minute("second", NOON.plusSeconds(60), nox(2)));
    append(minute("other", NOON, nox(1)));
    append(Samples.damaged("broken"));
    append(minute("one", NOON.plusSeconds(9), nox(1)), minute("two", NOON.plusSeconds(9), nox(2)));
    // Arrives on the day after the one it was measured on.
    append(minute("night", Instant.parse("2026-11-01T15:59:00Z"), nox(1)));
    append(minute("day", Instant.parse("2026-11-01T16:00:00Z"), nox(1)));

    assertThat(QuickWays.taken(database))
        .containsExactly(true, false, false, false, false, false, true);
    assertThat(texts("select copies::text from frame where bytes = 'first'")).containsExactly("2");
    assertThat(texts("select verdict from frame where bytes = 'other'"))
        .containsExactly("repeated");
  }

  /** Each by a process that just began. */
  private static void append(ArrivedFrame... batch) {
    FrameStore.on(database).append(List.of(batch));
  }

  @Test
  void whereMuchIsSentTwiceItIsSeldomTried() {
    ArrivedFrame again = minute("again", NOON, nox(1));
    String batches = "+-+-+++++-++";
    for (int i = 0; i < batches.length(); i++) {
      ArrivedFrame fresh = minute("new " + i, NOON.plusSeconds(1 + i), nox(2));
      frames.append(batches.charAt(i) == '+' && i > 0 ? List.of(fresh) : List.of(again, fresh));
    }

    // Tried are, in vain, the second, the fourth and the tenth; after two failures three rest.
    assertThat(
            QuickWays.taken(database).stream()
                .map(quick -> quick ? "+" : "-")
                .collect(Collectors.joining()))
        .isEqualTo("+------++--+");
  }

  @Test
  void anErrorInTheMiddleLeavesNothing() {
    run("alter table account_journal add constraint full_disk check (false) not valid");

    assertThatThrownBy(() -> frames.append(List.of(minute("one", NOON, nox(1)))))
        .isInstanceOf(DataAccessException.class);

    run("alter table account_journal drop constraint full_disk");
    assertThat(count("frame") + count("sample") + count("account_journal")).isZero();
    assertThat(frames.append(List.of(minute("one", NOON, nox(1)))).stored()).isEqualTo(1);
  }

  @Test
  void aSessionThatIsKilledInTheMiddleLeavesNothing() throws Exception {
    CompletableFuture<Appended> append =
        whileHeld(
            "lock table account_journal in exclusive mode",
            () -> run("select pg_terminate_backend(pid) from pg_locks where not granted"));

    assertThatThrownBy(() -> append.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DataAccessException.class);
    assertThat(count("frame") + count("sample") + count("account_journal")).isZero();
  }

  /** The day is folded by who holds the lock of the horizon while a batch of that day comes. */
  @Test
  void aDayThatIsFoldedInTheVeryMomentIsUnfoldedAgain() throws Exception {
    frames.append(List.of(minute("before", NOON.minusSeconds(60), nox(1))));

    CompletableFuture<Appended> append =
        whileHeld(
            "select pg_advisory_xact_lock(hashtext('tijian.sample_horizon'))",
            () -> {
              run("update sample_horizon set day = '2026-11-02'");
              OutletDay day =
                  new OutletDay(OUTLET, PeriodKind.MINUTE.code(), LocalDate.parse("2026-11-01"));
              assertThat(new SampleFold(database).fold(day)).isEqualTo(1);
            });

    assertThat(append.get(30, TimeUnit.SECONDS).stored()).isEqualTo(1);
    assertThat(QuickWays.taken(database)).containsExactly(true, false);
    assertThat(count("sample_day")).isZero();
    assertThat(count("sample")).isEqualTo(2);
  }

  /** Stores one frame in another thread, which waits; meanwhile the rest of the transaction. */
  private CompletableFuture<Appended> whileHeld(String lock, Runnable meanwhile) {
    return database
        .transaction()
        .execute(
            status -> {
              run(lock);
              CompletableFuture<Appended> append =
                  CompletableFuture.supplyAsync(
                      () -> frames.append(List.of(minute("one", NOON, nox(2)))));
              while (count("pg_locks where not granted") == 0 && !append.isDone()) {
                Thread.onSpinWait();
              }
              meanwhile.run();
              return append;
            });
  }

  @Test
  void writersWithSomeFramesInCommonStoreEachOnce() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Appended>> calls = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        // Of ten frames three are in the next batch, too.
        List<ArrivedFrame> batch = new ArrayList<>();
        for (int frame = 7 * i; frame < 7 * i + 10; frame++) {
          batch.add(minute("f" + frame, NOON.plusSeconds(10L * frame), nox(frame)));
        }
        calls.add(() -> frames.append(batch));
      }
      int stored = 0;
      int duplicate = 0;
      for (Future<Appended> done : writers.invokeAll(calls)) {
        stored += done.get().stored();
        duplicate += done.get().duplicate();
      }

      assertThat(stored).isEqualTo(7 * 79 + 10);
      assertThat(duplicate).isEqualTo(3 * 79);
      assertThat(count("frame")).isEqualTo(stored);
      assertThat(count("sample")).isEqualTo(stored);
      assertThat(texts("select sum(copies)::text from frame")).containsExactly("800");
      assertThat(texts("select sum(stored) || ' ' || sum(duplicate) from frame_account"))
          .containsExactly(stored + " " + duplicate);
    } finally {
      writers.shutdownNow();
    }
  }

  private static void run(String sql) {
    database.statements().execute(sql);
  }

  private static long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<String> texts(String sql) {
    return database.jdbc().sql(sql).query(String.class).list();
  }
}
