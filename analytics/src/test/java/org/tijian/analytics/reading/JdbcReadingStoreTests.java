package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.CO;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.marked;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;
import static org.tijian.analytics.reading.Samples.part;
import static org.tijian.analytics.reading.Samples.period;
import static org.tijian.analytics.reading.Samples.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.ReadingStore.Bucket;
import org.tijian.analytics.reading.ReadingStore.Latest;
import org.tijian.analytics.reading.ReadingStore.Span;
import org.tijian.analytics.testing.TestPostgres;

class JdbcReadingStoreTests {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static MonitoringDatabase database;
  private final FrameStore frames = FrameStore.on(database);
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
        .sql("truncate frame, sample, frame_day, account_journal, sample_day, sample_block")
        .update();
  }

  @Test
  void anOutletThatSentNothingHasNothing() {
    assertThat(readings.latest(OUTLET)).isEmpty();
    assertThat(readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER).size()).isZero();
    assertThat(readings.chart(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER, 10)).isEmpty();
    assertThat(readings.count(OUTLET, PeriodKind.MINUTE, NOON, LATER)).isZero();
    assertThat(readings.span(OUTLET, PeriodKind.MINUTE)).isEmpty();
  }

  @Test
  void everyValueOfAReadingComesBackAsItWent() {
    FactorReading sent = new FactorReading(NOX, 10.125, 9.5, 11.0, 0.33, 14.2, new DataFlag("\"}"));

    frames.append(List.of(minute("one", NOON, sent, reading(CO, null))));

    assertThat(readings.latest(OUTLET))
        .extracting(Latest::reading)
        .containsExactlyInAnyOrder(sent, reading(CO, null));
    assertThat(readings.converted(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER).value())
        .containsExactly(14.2);
    assertThat(readings.converted(OUTLET, CO, PeriodKind.MINUTE, NOON, LATER).value())
        .containsExactly(Double.NaN);
  }

  /** Parts, re-sends that differ, periods without the factor, and days on both sides. */
  @Test
  void allFactorsAtOnceAreWhatEachIsAlone() {
    Random random = new Random(3);
    List<ArrivedFrame> sent = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Instant at = NOON.minus(Duration.ofMinutes(10L * random.nextInt(300)));
      FactorReading oxides =
          new FactorReading(
              NOX,
              random.nextInt(90) / 4.0,
              1.0,
              99.0,
              null,
              random.nextInt(9) / 2.0,
              DataFlag.FAULT);
      FactorReading monoxide = reading(CO, random.nextInt(4) == 0 ? null : i / 4.0);
      FactorReading[] factors =
          switch (random.nextInt(3)) {
            case 0 -> new FactorReading[] {oxides};
            case 1 -> new FactorReading[] {monoxide};
            default -> new FactorReading[] {monoxide, oxides};
          };
      sent.add(part("frame " + i, at, random.nextInt(2), factors));
    }
    frames.append(sent);
    SampleUpkeep.on(database, Duration.ofHours(6), null).run(NOON);
    Instant from = NOON.minus(Duration.ofHours(45));

    OutletSeries all = readings.all(OUTLET, PeriodKind.MINUTE, from, LATER);

    for (String factor : List.of(NOX, CO, "a99999")) {
      assertSame(
          all.values(factor), readings.series(OUTLET, factor, PeriodKind.MINUTE, from, LATER));
      assertSame(
          all.converted(factor),
          readings.converted(OUTLET, factor, PeriodKind.MINUTE, from, LATER));
    }
    assertThat(folded()).isPositive();
    assertThat(all.values(NOX).value()).contains(Double.NaN).hasSizeGreaterThan(100);
  }

  private static long folded() {
    return database.jdbc().sql("select count(*) from sample_day").query(Long.class).single();
  }

  private static void assertSame(ReadingStore.Series one, ReadingStore.Series other) {
    assertThat(one.factor()).isEqualTo(other.factor());
    assertThat(one.at()).isEqualTo(other.at());
    assertThat(one.value()).isEqualTo(other.value());
    assertThat(one.flag()).isEqualTo(other.flag());
  }

  @Test
  void theLatestValueOfAFactorMayComeFromAnyKindAndAnyFrame() {
    frames.append(
        List.of(
            period("hour", PeriodKind.HOUR, NOON.minusSeconds(3600), 0, reading("a01012", 88.0)),
            minute("one", NOON, nox(10), reading(CO, 5.0)),
            minute("two", NOON.plusSeconds(60), nox(11)),
            period("now", PeriodKind.REAL_TIME, NOON.plusSeconds(100), 0, nox(12))));

    assertThat(readings.latest(OUTLET))
        .extracting(l -> l.reading().factor(), l -> l.reading().value(), Latest::kind)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(NOX, 12.0, PeriodKind.REAL_TIME),
            org.assertj.core.groups.Tuple.tuple(CO, 5.0, PeriodKind.MINUTE),
            org.assertj.core.groups.Tuple.tuple("a01012", 88.0, PeriodKind.HOUR));
    assertThat(readings.latest(OUTLET).get(0).measuredAt()).isEqualTo(NOON.plusSeconds(100));
  }

  @Test
  void aSeriesIsInOrderOfTimeWithItsMarksAndOneEntryPerPeriod() {
    frames.append(
        List.of(
            minute("late", NOON.plusSeconds(120), marked(NOX, 3, DataFlag.CALIBRATION)),
            minute("first", NOON, nox(1)),
            minute("without", NOON.plusSeconds(60), reading(CO, 5.0)),
            minute("outside", LATER, nox(99))));

    ReadingStore.Series series = readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER);

    assertThat(series.at()).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120));
    assertThat(series.value()).containsExactly(1, Double.NaN, 3);
    assertThat(series.flag())
        .containsExactly(DataFlag.NORMAL, DataFlag.NORMAL, DataFlag.CALIBRATION);
  }

  @Test
  void ofAPeriodSentWholeAndInPartsTheLaterWordCounts() {
    frames.append(List.of(minute("whole", NOON, nox(1), reading(CO, 5.0))));
    frames.append(List.of(part("p1", NOON, 1, nox(2)), part("p2", NOON, 2, reading(CO, 6.0))));

    assertThat(readings.series(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER).value())
        .containsExactly(2);
    assertThat(readings.series(OUTLET, CO, PeriodKind.MINUTE, NOON, LATER).value())
        .containsExactly(6);
  }

  @Test
  void aChartKeepsPeaksMarksAndGaps() {
    List<ArrivedFrame> hour = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (i < 20 || i >= 40) {
        hour.add(minute("m" + i, NOON.plusSeconds(60L * i), minuteOf(i)));
      }
    }
    frames.append(hour);

    List<Bucket> chart = readings.chart(OUTLET, NOX, PeriodKind.MINUTE, NOON, LATER, 6);

    assertThat(chart)
        .extracting(Bucket::from)
        .containsExactly(
            NOON, NOON.plusSeconds(600), NOON.plusSeconds(2400), NOON.plusSeconds(3000));
    assertThat(chart.get(0)).isEqualTo(new Bucket(NOON, 10.0, 1.0, 500.0, "N", 10));
    assertThat(chart.get(2).mark()).isEqualTo("C");
    assertThat(chart.stream().mapToLong(Bucket::count).sum()).isEqualTo(40);
  }

  /** The fifth minute has a peak that only its maximum tells of; minutes 40 and 41 are marked. */
  private static FactorReading minuteOf(int i) {
    if (i == 5) {
      return new FactorReading(NOX, 10.0, 1.0, 500.0, null, null, DataFlag.NORMAL);
    }
    return i == 40 || i == 41 ? marked(NOX, 10, DataFlag.CALIBRATION) : nox(10);
  }

  @Test
  void aBucketIsNeverShorterThanAPeriod() {
    frames.append(List.of(minute("a", NOON, nox(1)), minute("b", NOON.plusSeconds(60), nox(2))));

    assertThat(readings.chart(OUTLET, NOX, PeriodKind.MINUTE, NOON, NOON.plusSeconds(120), 100_000))
        .extracting(Bucket::mean)
        .containsExactly(1.0, 2.0);
  }

  @Test
  void countAndSpanSeeOnlyTheirKind() {
    frames.append(
        List.of(
            minute("a", NOON, nox(1)),
            minute("b", NOON.plusSeconds(60), nox(2)),
            period("h", PeriodKind.HOUR, NOON.minusSeconds(7200), 0, nox(3))));

    assertThat(readings.count(OUTLET, PeriodKind.MINUTE, NOON, LATER)).isEqualTo(2);
    assertThat(readings.span(OUTLET, PeriodKind.MINUTE))
        .contains(new Span(NOON, NOON.plusSeconds(60)));
    assertThat(readings.span(OUTLET, PeriodKind.HOUR))
        .contains(new Span(NOON.minusSeconds(7200), NOON.minusSeconds(7200)));
  }
}
