package org.tijian.analytics.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.digest.FactorHours;
import org.tijian.analytics.digest.HourSource;
import org.tijian.analytics.reading.ArrivedFrame;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.reading.DataFlag;
import org.tijian.analytics.reading.FactorReading;
import org.tijian.analytics.reading.FrameFacts;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.reading.PeriodReadings;
import org.tijian.analytics.reading.ReadingStore;
import org.tijian.analytics.reading.ReadingStore.Series;
import org.tijian.analytics.reading.SampleUpkeep;
import org.tijian.analytics.testing.TestPostgres;

/** Kept hours and hours told from all minutes are the same, whatever arrives when. */
@Execution(ExecutionMode.SAME_THREAD)
class KeptHoursTests {
  private static final String NOX = "a21002";
  private static final String OXYGEN = "a19001";
  private static final List<String> MARKS = List.of("N", "N", "N", "N", "N", "F", "C", "M", "X9");
  private static final Instant BEGIN = BeijingTime.startOf(LocalDate.of(2026, 11, 2));
  private static MonitoringDatabase database;
  private static long outlets = 100;

  private final FrameStore frames = FrameStore.on(database);
  private final ReadingStore readings = ReadingStore.on(database);
  private final long outlet = ++outlets;
  private int sent;

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void tellsTheSameAsAllMinutesAfterLateDataResendsAndFolding(long seed) {
    Random random = new Random(seed);
    Instant now = BEGIN.plus(Duration.ofHours(30));
    send(random, BEGIN, now, 0.5);
    for (int step = 0; step < 8; step++) {
      switch (random.nextInt(4)) {
        case 0 -> send(random, BEGIN, now, 0.02);
        case 1 -> SampleUpkeep.on(database, Duration.ofHours(6), null).run(now);
        case 2 -> sendAtDayEdges(random);
        default -> {
          Instant later = now.plus(Duration.ofMinutes(random.nextInt(900)));
          send(random, now, later, 0.3);
          now = later;
        }
      }
      for (String factor : List.of(NOX, OXYGEN)) {
        Instant from = BEGIN.plus(Duration.ofHours(random.nextInt(20)));
        assertSame(factor, from, now);
        assertSame(factor, from.minus(Duration.ofDays(3)), now);
        assertSame(factor, from.plus(Duration.ofMinutes(17)), now.minus(Duration.ofMinutes(23)));
      }
    }
  }

  @Test
  void readsOnlyTodayOnceTheRestIsKept() {
    Instant now = BEGIN.plus(Duration.ofHours(100));
    send(new Random(5), BEGIN, now, 0.2);
    hours(NOX, BEGIN, now, new Counted(readings));

    Counted counted = new Counted(readings);
    FactorHours kept = hours(NOX, BEGIN, now, counted);

    assertThat(counted.minutes).isLessThanOrEqualTo(5 * 60);
    assertThat(kept.hours()).hasSize(100);
  }

  @Test
  void aLateMinuteHasOnlyItsOwnDayToldAnew() {
    Instant now = BEGIN.plus(Duration.ofHours(100));
    send(new Random(6), BEGIN, now, 0.2);
    hours(NOX, BEGIN, now, readings);
    Instant late = BEGIN.plus(Duration.ofHours(30));
    send(minute(late.plusSeconds(7), 777, "N"));

    Counted counted = new Counted(readings);
    FactorHours kept = hours(NOX, BEGIN, now, counted);

    assertThat(counted.earliest).isEqualTo(BEGIN.plus(Duration.ofDays(1)));
    assertThat(counted.asked).isEqualTo(2);
    assertThat(kept.hours().get(30).values().maximum()).isEqualTo(777);
  }

  @Test
  void anotherRangeIsToldAnew() {
    Instant now = BEGIN.plus(Duration.ofHours(48));
    send(minute(BEGIN, 100, "N"));
    hours(NOX, BEGIN, now, readings);

    FactorHours narrower =
        KeptHours.of(database, readings, outlet, now).hours(outlet, NOX, 100, BEGIN, now);

    assertThat(narrower.hours().get(0).values().atTop()).isEqualTo(1);
  }

  /** Whoever sees this fail has changed what an hour tells: raise {@link DayCode#VERSION}. */
  @Test
  void theVersionStandsForTheBytes() throws Exception {
    Random random = new Random(9);
    List<ArrivedFrame> day = new ArrayList<>();
    for (int i = 0; i < 1440; i += 3) {
      day.add(
          minute(
              BEGIN.plus(Duration.ofMinutes(i)),
              random.nextInt(500) / 10.0,
              MARKS.get(random.nextInt(MARKS.size()))));
    }
    frames.append(day);
    Instant end = BEGIN.plus(Duration.ofDays(1));

    byte[] packed = DayCode.pack(HourSource.from(readings).hours(outlet, NOX, 200, BEGIN, end));

    byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(packed);
    assertThat(HexFormat.of().formatHex(digest, 0, 8) + " in version " + DayCode.VERSION)
        .isEqualTo("e5eb02662c62a8e9 in version 1");
  }

  private void assertSame(String factor, Instant from, Instant until) {
    FactorHours told = HourSource.from(readings).hours(outlet, factor, 200, from, until);
    FactorHours kept = hours(factor, from, until, readings);

    assertThat(kept.hours()).isEqualTo(told.hours());
    assertThat(kept.gasMinutes().at()).isEqualTo(told.gasMinutes().at());
    assertThat(kept.gasMinutes().value()).isEqualTo(told.gasMinutes().value());
  }

  private FactorHours hours(String factor, Instant from, Instant until, ReadingStore source) {
    return KeptHours.of(database, source, outlet, until).hours(outlet, factor, 200, from, until);
  }

  /** Minutes of a span, each with a chance; some of them a second time with another value. */
  private void send(Random random, Instant from, Instant until, double share) {
    List<ArrivedFrame> batch = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
      if (random.nextDouble() < share) {
        double value = random.nextInt(5) == 0 ? 50 : random.nextInt(2500) / 10.0;
        batch.add(minute(at, value, MARKS.get(random.nextInt(MARKS.size()))));
      }
    }
    frames.append(batch);
  }

  private void sendAtDayEdges(Random random) {
    for (int day = 0; day < 3; day++) {
      Instant midnight = BEGIN.plus(Duration.ofDays(day));
      send(minute(midnight, random.nextInt(100), "N"));
      send(minute(midnight.minusSeconds(60), random.nextInt(100), "C"));
    }
  }

  private void send(ArrivedFrame frame) {
    frames.append(List.of(frame));
  }

  private ArrivedFrame minute(Instant at, double value, String mark) {
    FactorReading nox = new FactorReading(NOX, value, null, null, null, null, new DataFlag(mark));
    FactorReading oxygen =
        new FactorReading(OXYGEN, 5 + value / 100, null, null, null, null, DataFlag.NORMAL);
    List<FactorReading> factors = sent % 5 == 0 ? List.of(nox) : List.of(nox, oxygen);
    sent++;
    return new ArrivedFrame(
        "TEST" + outlet,
        at.plusSeconds(70),
        "mqtt",
        ("frame " + outlet + " " + sent).getBytes(StandardCharsets.UTF_8),
        "2051",
        new FrameVerdict.Readings(new PeriodReadings(outlet, PeriodKind.MINUTE, at, 0, factors)),
        FrameFacts.NONE);
  }

  /** Counts what is read of minutes. */
  private static final class Counted extends org.tijian.analytics.testing.PassedOn {
    private int asked;
    private int minutes;
    private Instant earliest = Instant.MAX;

    Counted(ReadingStore all) {
      super(all);
    }

    @Override
    public Series series(
        long outletId, String factor, PeriodKind kind, Instant from, Instant until) {
      asked++;
      minutes += (int) Duration.between(from, until).toMinutes();
      earliest = from.isBefore(earliest) ? from : earliest;
      return super.series(outletId, factor, kind, from, until);
    }
  }
}
