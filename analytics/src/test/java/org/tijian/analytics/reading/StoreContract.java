package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.CO;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;
import static org.tijian.analytics.reading.Samples.part;
import static org.tijian.analytics.reading.Samples.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.reading.FrameStore.Appended;

/**
 * What a store of readings promises on whichever server: the two sides answer as one, and nothing
 * is lost or shown twice between them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContract {
  static final Instant DAY = BeijingTime.startOf(LocalDate.parse("2026-11-01"));
  static final Instant NEXT = DAY.plus(Duration.ofDays(1));
  static final Instant LATER = Instant.parse("2026-11-05T00:00:00Z");
  private MonitoringDatabase database;
  private FrameStore frames;
  private ReadingStore readings;
  private SampleUpkeep upkeep;

  /** URL of an empty database, user and password included. */
  abstract String freshDatabase();

  @BeforeAll
  void open() {
    database = MonitoringDatabase.open(freshDatabase(), "", "");
    frames = FrameStore.on(database);
    readings = ReadingStore.on(database);
    upkeep = SampleUpkeep.on(database, Duration.ofHours(24), null);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database
        .jdbc()
        .sql(
            "truncate frame, sample, sample_day, sample_block, sample_retention, frame_day, account_journal")
        .update();
    database.jdbc().sql("update sample_horizon set day = '1970-01-01'").update();
    database
        .jdbc()
        .sql("select part from sample_parts()")
        .query(String.class)
        .list()
        .forEach(part -> database.jdbc().sql("drop table " + part).update());
    // As they would have been on the day before.
    bounds("2026-10-31T00:00:00Z");
  }

  void bounds(String now) {
    database
        .jdbc()
        .sql("select sample_bounds(:now::timestamptz)")
        .param("now", now)
        .query(row -> {});
  }

  StoreEngine engine() {
    return database.engine();
  }

  Appended append(List<ArrivedFrame> arrived) {
    return frames.append(arrived);
  }

  SampleUpkeep upkeep(Duration foldAfter) {
    return SampleUpkeep.on(database, foldAfter, null);
  }

  /** Everything that anybody can ask of the readings. */
  record Answers(
      List<ReadingStore.Latest> latest,
      List<String> series,
      List<String> converted,
      List<ReadingStore.Bucket> chart,
      List<Long> counts,
      List<ReadingStore.Presence> presence,
      List<String> versions,
      List<String> shown) {}

  Answers answers() {
    Instant from = DAY.minus(Duration.ofHours(2)).plusSeconds(90);
    Instant until = NEXT.plus(Duration.ofHours(3)).plusSeconds(30);
    return new Answers(
        readings.latest(OUTLET),
        series(readings.series(OUTLET, NOX, PeriodKind.MINUTE, from, until)),
        series(readings.converted(OUTLET, NOX, PeriodKind.MINUTE, from, until)),
        readings.chart(OUTLET, NOX, PeriodKind.MINUTE, from, until, 100),
        List.of(
            readings.count(OUTLET, PeriodKind.MINUTE, from, until),
            readings.count(OUTLET, PeriodKind.MINUTE, NOON, NOON.plusSeconds(600)),
            readings.span(OUTLET, PeriodKind.MINUTE).hashCode() + 0L),
        readings.presence(OUTLET, PeriodKind.MINUTE, from, until, Duration.ofHours(1)),
        rows("select v.*::text from (select * from reading_version) as v", null),
        rows("select r::text from readings(7, 2051, 'a21002', :from, :until) as r", from));
  }

  private static List<String> series(ReadingStore.Series series) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      entries.add("%s %s %s".formatted(series.at()[i], series.value()[i], series.flag()[i].code()));
    }
    return entries;
  }

  private List<String> rows(String sql, @Nullable Instant from) {
    var statement = database.jdbc().sql(sql.replace("v.*::text", "v::text").concat(" order by 1"));
    if (from != null) {
      statement =
          statement
              .param("from", from.atOffset(ZoneOffset.UTC))
              .param("until", NEXT.plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC));
    }
    return statement.query(String.class).list();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aFoldedDayAnswersEverythingAsItsRowsDid(int seed) {
    frames.append(day(new Random(seed)));
    Answers before = answers();
    long rows = count("sample");

    assertThat(upkeep.run(LATER)).isPositive();

    assertThat(count("sample")).isLessThan(rows);
    Answers after = answers();
    assertThat(after.series()).isEqualTo(before.series());
    assertThat(after.converted()).isEqualTo(before.converted());
    assertThat(after.versions()).isEqualTo(before.versions());
    assertThat(after.shown()).isEqualTo(before.shown());
    assertThat(after.latest()).isEqualTo(before.latest());
    assertThat(after.counts()).isEqualTo(before.counts());
    assertThat(after.presence()).isEqualTo(before.presence());
    assertThat(after.chart()).isEqualTo(before.chart());
  }

  @Test
  void whatTheReadingsLieOnAndHowLargeTheHotSideIsAreTold() {
    long before = size();

    frames.append(day(new Random(7)));

    assertThat(size()).isGreaterThan(before);
    assertThat(engine().describe()).startsWith("PostgreSQL ");
    assertThat(engine().hypertable()).isEqualTo(engine().timescale() != null);
  }

  private long size() {
    return database.jdbc().sql("select sample_size()").query(Long.class).single();
  }

  @Test
  void whenAllDaysAreFoldedTheLatestValuesAreStillFound() {
    frames.append(
        List.of(
            minute("one", NOON, nox(10)),
            minute("two", NOON.plusSeconds(60), Samples.reading(CO, 5.0)),
            period("hour", PeriodKind.HOUR, NOON.minusSeconds(90_000), 0, nox(3))));
    List<ReadingStore.Latest> before = readings.latest(OUTLET);

    upkeep.run(LATER);

    assertThat(count("sample")).isZero();
    assertThat(before).hasSize(2);
    assertThat(readings.latest(OUTLET)).isEqualTo(before);
  }

  @Test
  void aRepeatOfAFoldedPeriodIsADuplicateAndADifferingOneAFurtherVersion() {
    frames.append(List.of(minute("one", NOON, nox(10)), minute("two", at(60), nox(11))));
    upkeep.run(LATER);

    Appended equal = frames.append(List.of(minute("one again", NOON, nox(10))));
    Appended differing = frames.append(List.of(minute("two again", at(60), nox(12))));

    assertThat(equal).isEqualTo(new Appended(0, 0, 1, 0));
    assertThat(differing).isEqualTo(new Appended(1, 0, 0, 0));
    assertThat(values()).containsExactly(10, 12);
    upkeep.run(LATER);
    assertThat(count("sample")).isZero();
    assertThat(values()).containsExactly(10, 12);
    assertThat(rows("select version || ' ' || value from reading_version", null))
        .containsExactly("0 10", "0 11", "1 12");
  }

  @Test
  void aLateMinuteOfAFoldedDayTakesItsPlace() {
    frames.append(List.of(minute("one", NOON, nox(10)), minute("three", at(120), nox(12))));
    upkeep.run(LATER);

    frames.append(List.of(minute("two", at(60), nox(11)), minute("later", at(86_400), nox(13))));

    assertThat(values()).containsExactly(10, 11, 12);
    assertThat(count("sample_day")).isZero();
    upkeep.run(LATER);
    assertThat(values()).containsExactly(10, 11, 12);
    assertThat(count("sample_block")).isEqualTo(2);
  }

  @Test
  void aDayThatIsNotLongOverIsLeftAlone() {
    frames.append(List.of(minute("one", NOON, nox(10))));

    assertThat(upkeep.run(NEXT.plus(Duration.ofHours(23)))).isZero();
    assertThat(upkeep.run(NEXT.plus(Duration.ofHours(24)))).isEqualTo(1);
  }

  @Test
  void aFoldThatIsBrokenOffLeavesTheRows() {
    frames.append(List.of(minute("one", NOON, nox(10)), minute("two", at(60), nox(11))));
    database
        .jdbc()
        .sql(
            """
            create function broken_off() returns trigger language plpgsql
            as $$ begin raise 'broken off'; end $$;
            create trigger broken_off before delete on sample for each row
            execute function broken_off()
            """)
        .update();

    assertThat(upkeep.run(LATER)).isZero();

    database.jdbc().sql("drop function broken_off cascade").update();
    assertThat(count("sample_day") + count("sample_block")).isZero();
    assertThat(values()).containsExactly(10, 11);
    assertThat(upkeep.run(LATER)).isEqualTo(2);
    assertThat(values()).containsExactly(10, 11);
  }

  /** Its connections are ended by the server at random moments, as kill -9 would. */
  @Test
  void aProcessThatIsKilledWhileFoldingLosesNothing() throws Exception {
    List<ArrivedFrame> all = new ArrayList<>();
    for (int day = 0; day < 12; day++) {
      for (int i = 0; i < 60; i++) {
        all.add(minute("d%d %d".formatted(day, i), at(day * 86_400L + 60L * i), nox(i)));
      }
    }
    frames.append(all);
    List<String> before = rows("select v.*::text from reading_version as v", null);
    Random random = new Random(11);
    Instant after = LATER.plus(Duration.ofDays(30));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      for (int kill = 0; kill < 10; kill++) {
        Future<Long> folding = executor.submit(() -> upkeep.run(after));
        Thread.sleep(random.nextInt(60));
        database
            .jdbc()
            .sql(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                 where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
                """)
            .query((row, n) -> 1)
            .list();
        try {
          folding.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(RuntimeException.class);
        }
        assertThat(rows("select v.*::text from reading_version as v", null)).isEqualTo(before);
      }
    } finally {
      executor.shutdown();
    }
    upkeep.run(after);
    assertThat(count("sample")).isZero();
    assertThat(rows("select v.*::text from reading_version as v", null)).isEqualTo(before);
  }

  @Test
  void foldingAndStoringAtOnceLoseNothingAndShowNothingTwice() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> work = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        int first = writer;
        work.add(() -> writeMinutes(first));
        work.add(
            () -> {
              for (int i = 0; i < 15; i++) {
                SampleUpkeep.on(database, Duration.ZERO, null).run(LATER);
              }
              return 0L;
            });
      }
      long stored = 0;
      for (Future<Long> each : executor.invokeAll(work)) {
        stored += each.get();
      }
      assertThat(stored).isEqualTo(240);
    } finally {
      executor.shutdownNow();
    }
    upkeep.run(LATER);
    assertThat(count("sample")).isZero();
    assertThat(count("reading_version")).isEqualTo(240);
    assertThat(values()).hasSize(240);
  }

  /** Both writers send every minute, each in its own order and with its own bytes. */
  private long writeMinutes(int writer) {
    long stored = 0;
    for (int i = 0; i < 240; i += 10) {
      List<ArrivedFrame> batch = new ArrayList<>();
      for (int j = i; j < i + 10; j++) {
        int n = writer == 0 ? j : 239 - j;
        batch.add(minute("w%d %d".formatted(writer, n), at(60L * n), nox(n)));
      }
      stored += frames.append(batch).stored();
    }
    return stored;
  }

  @Test
  void everyRowHasAPlaceWhateverItsDayAndEmptyDaysAreDropped() {
    Instant today = Instant.now();
    SampleUpkeep now = SampleUpkeep.on(database, Duration.ZERO, null);
    now.run(today.plus(Duration.ofDays(1)));
    frames.append(
        List.of(
            minute("today", today.plus(Duration.ofDays(1)), nox(1)),
            minute("long ago", today.minus(Duration.ofDays(4000)), nox(2)),
            minute("clock gone wrong", today.plus(Duration.ofDays(4000)), nox(3))));

    now.run(today.plus(Duration.ofDays(5)));

    assertThat(count("sample")).isEqualTo(1);
    assertThat(count("sample_period")).isEqualTo(3);
    LocalDate horizon = BeijingTime.dateOf(today.plus(Duration.ofDays(5)));
    assertThat(count("sample_parts() where ends_at <= beijing_midnight('" + horizon + "')"))
        .isZero();
    assertThat(count("sample_parts()")).isLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-31", "2027-02-28", "2028-02-29", "2027-04-30"})
  void noMinuteIsMissingAtAMidnightOrAMonthsEndWhereverItsDayLies(LocalDate last) {
    Instant midnight = BeijingTime.startOf(last.plusDays(1));
    List<Double> sent = new ArrayList<>();
    upkeep.run(midnight.minus(Duration.ofDays(1)));
    for (int i = -90; i < 90; i++) {
      Instant at = midnight.plusSeconds(60L * i);
      if (i == -45) {
        upkeep.run(at);
      }
      frames.append(List.of(minute("%s %d".formatted(last, i), at, nox(i))));
      if (i == 0 || i == 45) {
        upkeep.run(at.plusSeconds(70));
      }
      sent.add((double) i);
    }
    assertThat(values(midnight)).isEqualTo(sent);

    // Only the day before midnight is folded now, and then both.
    for (int days = 1; days <= 2; days++) {
      upkeep.run(midnight.plus(Duration.ofDays(days)).plusSeconds(1));
      assertThat(count("sample_day")).isEqualTo(days);
      assertThat(values(midnight)).isEqualTo(sent);
      assertThat(readings.count(OUTLET, PeriodKind.MINUTE, DAY, midnight.plusSeconds(5400)))
          .isEqualTo(180);
    }
  }

  private List<Double> values(Instant around) {
    return Arrays.stream(
            readings
                .series(
                    OUTLET,
                    NOX,
                    PeriodKind.MINUTE,
                    around.minus(Duration.ofHours(2)),
                    around.plus(Duration.ofHours(2)))
                .value())
        .boxed()
        .toList();
  }

  /** Folding a history leaves no dead rows that every reader would walk past. */
  @Test
  void theRoomOfAFoldedHistoryIsGivenBack() {
    List<ArrivedFrame> history = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      history.add(minute("history " + i, NOON.minusSeconds(2_592_000 + 60L * i), nox(i)));
    }
    frames.append(history);
    assertThat(count("sample_rest")).isEqualTo(600);

    assertThat(upkeep.run(LATER)).isEqualTo(600);

    assertThat(
            database
                .jdbc()
                .sql("select pg_relation_size('sample_rest')")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatIsPastItsTimeIsRemovedAndThatIsRecorded() {
    frames.append(List.of(minute("one", NOON, nox(10)), minute("later", at(86_400), nox(11))));
    upkeep.run(LATER);

    SampleUpkeep.on(database, Duration.ofHours(24), Period.ofDays(3)).run(LATER);

    assertThat(rows("select day || ' ' || outlet_days || ' ' || rows from sample_retention", null))
        .containsExactly("2026-11-01 1 1");
    assertThat(rows("select value::text from reading_version", null)).containsExactly("11");
    assertThat(count("sample_block")).isEqualTo(1);
  }

  @Test
  void aClockFarAheadRemovesNothing() {
    Instant now = Instant.now();
    frames.append(List.of(minute("yesterday", now.minus(Duration.ofDays(1)), nox(10))));

    SampleUpkeep.on(database, Duration.ofHours(24), Period.ofDays(30))
        .run(now.plus(Duration.ofDays(4000)));

    assertThat(count("sample_retention")).isZero();
    assertThat(rows("select value::text from reading_version", null)).containsExactly("10");
  }

  /** About a day of minutes with gaps, parts, re-sends, marks, changing factors, odd doubles. */
  static List<ArrivedFrame> day(Random random) {
    List<ArrivedFrame> frames = new ArrayList<>();
    boolean wild = random.nextBoolean();
    for (int i = -60; i < 1500; i += 1 + random.nextInt(4)) {
      Instant at = DAY.plusSeconds(60L * i);
      if (random.nextInt(30) == 0) {
        frames.add(part("p1 " + i, at, 1, reading(random, NOX, wild)));
        frames.add(part("p2 " + i, at, 2, reading(random, NOX, wild), reading(random, CO, wild)));
        frames.add(part("p3 " + i, at, 2, reading(random, CO, wild)));
      } else if (random.nextInt(20) == 0) {
        frames.add(minute("co " + i, at, reading(random, CO, wild)));
      } else {
        frames.add(minute("m" + i, at, reading(random, NOX, wild), reading(random, CO, wild)));
      }
      if (random.nextInt(25) == 0) {
        frames.add(minute("again " + i, at, reading(random, NOX, wild)));
      }
    }
    return frames;
  }

  private static FactorReading reading(Random random, String factor, boolean wild) {
    double value = Math.round(random.nextGaussian() * 1000) / 100.0;
    Double odd = random.nextInt(100) == 0 ? -0.0 : value;
    Double[] more = {
      wild && random.nextInt(50) == 0 ? Double.valueOf(random.nextDouble()) : odd,
      random.nextInt(5) == 0 ? null : value - random.nextInt(100) / 1000.0,
      value + 1,
      random.nextInt(2) == 0 ? null : Double.valueOf(random.nextInt(5)),
      wild ? Double.valueOf(random.nextDouble() / 3) : null
    };
    String mark = random.nextInt(40) == 0 ? "\"\\}" : random.nextInt(60) == 0 ? "C" : "N";
    return new FactorReading(
        factor, more[0], more[1], more[2], more[3], more[4], new DataFlag(mark));
  }

  private double[] values() {
    return readings.series(OUTLET, NOX, PeriodKind.MINUTE, DAY, NEXT).value();
  }

  static Instant at(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
