package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.MN;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.damaged;
import static org.tijian.analytics.reading.Samples.frame;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.FrameStore.Appended;
import org.tijian.analytics.testing.TestPostgres;

/** Frames of closed days in blocks: as if they were still rows. */
class FrameFoldTests {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));

  private final MonitoringDatabase database =
      MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  private final FrameStore store = FrameStore.on(database);
  private final FrameLedger ledger = FrameLedger.on(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void foldedFramesAreReadByTheirNumberByteForByte() {
    List<ArrivedFrame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(minute("frame %d".formatted(i), NOON.plusSeconds(60L * i), nox(i)));
    }
    store.append(frames);
    List<Long> ids = numbers("select id from frame order by id");

    assertThat(fold(NEXT_DAY)).isEqualTo(100);

    assertThat(numbers("select count(*) from frame")).containsExactly(0L);
    for (int i = 0; i < 100; i++) {
      assertThat(text(ledger.frame(MN, ids.get(i)).orElseThrow())).isEqualTo("frame " + i);
    }
    assertThat(ledger.frame("OTHER", ids.get(0))).isEmpty();
    assertThat(ledger.frame(MN, ids.get(99) + 1)).isEmpty();
    assertThat(FrameSamples.on(database).newest(MN, NOON, 2).stream().map(FrameFoldTests::text))
        .containsExactly("frame 99", "frame 98");
  }

  @Test
  void onlyAcceptedFramesOfClosedDaysAreFolded() {
    store.append(List.of(minute("one", NOON, nox(1)), damaged("broken"), noted("heartbeat")));
    store.append(List.of(minute("today", NEXT_DAY, nox(2))));

    assertThat(fold(NEXT_DAY)).isEqualTo(2);

    assertThat(texts()).containsExactly("broken", "today");
    assertThat(ledger.quarantine(MN, null, 10)).hasSize(1);
    assertThat(FrameUpkeep.on(database, Duration.ofHours(24), null).run(NEXT_DAY)).isZero();
  }

  @Test
  void accountsAddUpBeforeAndAfterAndWhenFramesAreRemoved() {
    store.append(
        List.of(
            minute("one", NOON, nox(1)),
            minute("one", NOON, nox(1)),
            minute("equal", NOON, nox(1)),
            noted("heartbeat"),
            damaged("broken"),
            damaged("broken")));
    Reconciliation before = ledger.reconcile(MN);
    assertThat(before.addsUp()).isTrue();

    fold(NEXT_DAY);
    assertThat(ledger.reconcile(MN)).isEqualTo(before);

    store.append(List.of(late("one", 1), minute("two", NOON.plusSeconds(60), nox(2))));
    Reconciliation later = ledger.reconcile(MN);
    assertThat(later.addsUp()).isTrue();
    FrameUpkeep.on(database, AT_ONCE, Period.ofDays(10)).run(NOON.plus(Duration.ofDays(20)));

    assertThat(numbers("select count(*) from frame")).containsExactly(0L);
    assertThat(numbers("select count(*) from frame_block")).containsExactly(0L);
    assertThat(ledger.reconcile(MN)).isEqualTo(later);
  }

  @Test
  void aByteForByteRepeatOfAFoldedFrameIsADuplicate() {
    store.append(List.of(minute("one", NOON, nox(1))));
    fold(NEXT_DAY);

    assertThat(store.append(List.of(late("one", 1)))).isEqualTo(new Appended(0, 0, 1, 0));
    assertThat(store.append(List.of(late("one", 1)))).isEqualTo(new Appended(0, 0, 1, 0));

    assertThat(shown()).containsExactly(1);
    assertThat(ledger.reconcile(MN).addsUp()).isTrue();
  }

  @Test
  void aRepeatOfAFoldedFrameDoesNotBecomeNewerThanItsCorrection() {
    store.append(List.of(minute("wrong", NOON, nox(1))));
    store.append(List.of(minute("corrected", NOON, nox(2))));
    fold(NEXT_DAY);
    assertThat(shown()).containsExactly(2);

    assertThat(store.append(List.of(late("wrong", 1)))).isEqualTo(new Appended(0, 0, 1, 0));

    assertThat(shown()).containsExactly(2);
  }

  @Test
  void aLateFrameThatWasNeverThereIsStored() {
    store.append(List.of(minute("one", NOON, nox(1))));
    fold(NEXT_DAY);

    assertThat(store.append(List.of(late("new", 3)))).isEqualTo(new Appended(1, 0, 0, 0));

    assertThat(shown()).containsExactly(3);
    assertThat(fold(NEXT_DAY.plus(Duration.ofDays(2)))).isEqualTo(1);
    assertThat(numbers("select frames from frame_block order by last_id")).containsExactly(1L, 1L);
  }

  @Test
  void moreFramesThanABlockHoldsBecomeSeveralBlocks() {
    List<ArrivedFrame> frames = new ArrayList<>();
    for (int i = 0; i < FrameFold.MOST_IN_BLOCK + 5; i++) {
      frames.add(minute("frame %d".formatted(i), NOON.minusSeconds(60L * i), nox(i)));
    }
    store.append(frames);

    fold(NEXT_DAY);

    assertThat(numbers("select frames from frame_block order by last_id"))
        .containsExactly((long) FrameFold.MOST_IN_BLOCK, 5L);
  }

  @Test
  void whoIsInterruptedInTheMiddleLeavesTheRows() {
    store.append(List.of(minute("one", NOON, nox(1))));
    database
        .jdbc()
        .sql("alter table frame_block add constraint full_disk check (frames < 0)")
        .update();

    assertThat(fold(NEXT_DAY)).isZero();
    assertThat(texts()).containsExactly("one");

    database.jdbc().sql("alter table frame_block drop constraint full_disk").update();
    assertThat(fold(NEXT_DAY)).isEqualTo(1);
  }

  @Test
  void aLoggerThatAnotherProcessFoldsIsLeftAlone() {
    store.append(List.of(minute("one", NOON, nox(1))));

    database
        .transaction()
        .executeWithoutResult(
            status -> {
              database
                  .jdbc()
                  .sql("select pg_advisory_xact_lock(hashtext('tijian.frame_fold'), hashtext(:mn))")
                  .param("mn", MN)
                  .query(row -> {});
              assertThat(inAnotherThread(() -> fold(NEXT_DAY))).isZero();
            });

    assertThat(fold(NEXT_DAY)).isEqualTo(1);
  }

  private static long inAnotherThread(java.util.function.Supplier<Long> task) {
    return java.util.concurrent.CompletableFuture.supplyAsync(task).join();
  }

  private long fold(Instant now) {
    return FrameUpkeep.on(database, AT_ONCE, null).run(now);
  }

  private static ArrivedFrame noted(String text) {
    return frame(text, NOON, new FrameVerdict.Noted());
  }

  /** The minute of noon, a day later. */
  private static ArrivedFrame late(String text, double value) {
    ArrivedFrame frame = minute(text, NOON, nox(value));
    return new ArrivedFrame(
        MN, NEXT_DAY, "mqtt", frame.bytes(), "2051", frame.verdict(), FrameFacts.NONE);
  }

  private double[] shown() {
    return ReadingStore.on(database)
        .series(OUTLET, NOX, PeriodKind.MINUTE, NOON, NOON.plusSeconds(1))
        .value();
  }

  private List<Long> numbers(String sql) {
    return database.jdbc().sql(sql).query(Long.class).list();
  }

  private List<String> texts() {
    return database
        .jdbc()
        .sql("select convert_from(bytes, 'UTF8') from frame order by id")
        .query(String.class)
        .list();
  }

  private static String text(byte @Nullable [] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
