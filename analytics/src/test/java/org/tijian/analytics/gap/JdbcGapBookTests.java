package org.tijian.analytics.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.testing.TestPostgres;

class JdbcGapBookTests {
  private static final String MN = "GAP0001";

  /** Beijing noon. */
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static MonitoringDatabase database;
  private static long outlet;

  private final GapBook book = GapBook.on(database);
  private final SampleRows samples = new SampleRows(database);
  private final List<Slice> ordered = new ArrayList<>();

  @BeforeAll
  static void open() {
    database = MonitoringDatabase.open(TestPostgres.freshDatabase(), "postgres", "postgres");
    SiteRegister register = SiteRegister.on(database);
    long site = register.addSite(new LocalName("甲", "A")).id();
    outlet =
        register
            .addOutlet(
                new Outlet(0, site, "DA001", new LocalName("口", "O"), null, false, List.of()))
            .id();
    register.addDevice(MN, outlet);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("truncate sample, gap, gap_survey").update();
  }

  @Test
  void aWholeRunHasNoGapAndRealTimeDataNeverHas() {
    minutes(NOON, hours(2));
    samples.fill(outlet, PeriodKind.REAL_TIME, NOON, NOON.plusSeconds(60), MINUTE);

    book.surveyDue(hours(2).plus(Duration.ofMinutes(5)));
    book.survey(outlet, MN, PeriodKind.REAL_TIME, NOON, hours(2));

    assertThat(gaps()).isEmpty();
  }

  @Test
  void minutesMissingInARowAreOneGap() {
    minutes(NOON, hours(1));
    minutes(hours(7), hours(8));

    book.surveyDue(hours(8).plus(Duration.ofMinutes(5)));

    assertThat(gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.from()).isEqualTo(hours(1));
              assertThat(gap.until()).isEqualTo(hours(7));
              assertThat(gap.missing()).isEqualTo(360);
              assertThat(gap.recovered()).isZero();
              assertThat(gap.state()).isEqualTo(Gap.State.OPEN);
            });
  }

  @Test
  void nothingIsMissingBeforeTheFirstDataOrWithinTheGrace() {
    minutes(hours(3), hours(4));

    book.surveyDue(hours(4).plus(Duration.ofMinutes(5)));

    assertThat(gaps()).isEmpty();
  }

  @Test
  void aGapThatGoesOnGrowsAndIsEnteredOnce() {
    minutes(NOON, hours(1));

    for (int minute = 0; minute <= 30; minute++) {
      book.surveyDue(hours(1).plus(Duration.ofMinutes(minute)));
    }
    book.surveyDue(hours(1).plus(Duration.ofMinutes(30)));
    book.survey(outlet, MN, PeriodKind.MINUTE, NOON, hours(1).plus(Duration.ofMinutes(20)));

    assertThat(gaps())
        .singleElement()
        .matches(gap -> gap.missing() == 20 && gap.from().equals(hours(1)));
  }

  @Test
  void theIntervalOfMinuteDataIsLearned() {
    samples.fill(outlet, PeriodKind.MINUTE, NOON, hours(2), Duration.ofMinutes(10));
    samples.fill(outlet, PeriodKind.MINUTE, hours(3), hours(4), Duration.ofMinutes(10));

    book.surveyDue(hours(4).plus(Duration.ofMinutes(5)));

    assertThat(gaps()).singleElement().matches(gap -> gap.missing() == 6);
  }

  @Test
  void hoursAndDaysAreSurveyedToo() {
    Instant midnight = Instant.parse("2026-10-20T16:00:00Z");
    Duration day = Duration.ofDays(1);
    samples.fill(outlet, PeriodKind.DAY, midnight, midnight.plus(Duration.ofDays(3)), day);
    samples.fill(
        outlet,
        PeriodKind.DAY,
        midnight.plus(Duration.ofDays(5)),
        midnight.plus(Duration.ofDays(10)),
        day);
    samples.fill(outlet, PeriodKind.HOUR, NOON, hours(2), Duration.ofHours(1));
    samples.fill(outlet, PeriodKind.HOUR, hours(5), hours(6), Duration.ofHours(1));

    book.surveyDue(hours(6).plus(Duration.ofMinutes(20)));

    assertThat(gaps())
        .extracting(Gap::kind, Gap::missing)
        .contains(tuple(PeriodKind.HOUR, 3), tuple(PeriodKind.DAY, 2));
  }

  @Test
  void aClockThatIsASecondOffLosesNothing() {
    samples.fill(outlet, PeriodKind.MINUTE, NOON, hours(1), MINUTE);
    samples.fill(outlet, PeriodKind.MINUTE, hours(1).plusSeconds(1), hours(2), MINUTE);

    book.surveyDue(hours(2).plus(Duration.ofMinutes(4)));

    assertThat(gaps()).isEmpty();
  }

  @Test
  void whatComesByItselfIsCountedAndHealsTheGap() {
    cut(hours(1), hours(2));
    minutes(hours(3), hours(4));

    minutes(hours(1), hours(1).plus(Duration.ofMinutes(20)));
    book.surveyDue(hours(3).plus(Duration.ofMinutes(6)));
    assertThat(gaps()).singleElement().matches(gap -> gap.recovered() == 20);

    minutes(hours(1).plus(Duration.ofMinutes(20)), hours(2));
    book.surveyDue(hours(3).plus(Duration.ofMinutes(7)));
    assertThat(gaps()).singleElement().matches(gap -> gap.state() == Gap.State.HEALED);
    assertThat(book.ofOutlet(outlet, hours(4))).isEmpty();
  }

  @Test
  void nobodyAsksWhileTheLoggerSendsByItself() {
    cut(hours(1), hours(2));
    minutes(hours(1), hours(1).plus(Duration.ofMinutes(20)));

    assertThat(ask(hours(3).plus(Duration.ofMinutes(10)))).isEmpty();
    assertThat(ask(hours(3).plus(Duration.ofMinutes(11)))).isEmpty();
    assertThat(ask(hours(3).plus(Duration.ofMinutes(13)))).isPresent();
  }

  @Test
  void sixHoursAreAskedForNewestFirstHourByHour() {
    cut(hours(1), hours(7));
    Instant now = hours(8).plus(Duration.ofMinutes(10));

    for (Optional<Slice> slice = ask(now); slice.isPresent(); slice = ask(now)) {
      assertThat(ask(now)).as("one at a time").isEmpty();
      minutes(slice.get().from(), slice.get().until());
      book.settle(slice.get().gapId(), GapBook.Fetch.ANSWERED, now);
    }

    assertThat(ordered)
        .extracting(Slice::from)
        .containsExactly(hours(6), hours(5), hours(4), hours(3), hours(2), hours(1));
    assertThat(gaps())
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED && gap.recovered() == 360);
  }

  @Test
  void whatIsNotToBeHadIsAskedForTwiceAndThenSaidToBeLost() {
    cut(hours(1), hours(4));
    Instant now = hours(5).plus(Duration.ofMinutes(10));

    for (Optional<Slice> slice = ask(now); slice.isPresent(); slice = ask(now)) {
      if (slice.get().from().equals(hours(3))) {
        minutes(hours(3).plus(Duration.ofMinutes(30)), hours(4));
      }
      book.settle(slice.get().gapId(), GapBook.Fetch.ANSWERED, now);
    }

    assertThat(ordered)
        .extracting(Slice::from, Slice::until)
        .containsExactly(
            span(hours(3), hours(4)),
            span(hours(3), hours(3).plus(Duration.ofMinutes(30))),
            span(hours(2), hours(3)),
            span(hours(2), hours(3)),
            span(hours(1), hours(2)),
            span(hours(1), hours(2)));
    assertThat(gaps())
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.LOST)
        .matches(gap -> gap.recovered() == 30 && gap.missing() == 180 && gap.attempts() == 6);
  }

  @Test
  void whatIsLostAndTurnsUpAfterAllHealsTheGap() {
    whatIsNotToBeHadIsAskedForTwiceAndThenSaidToBeLost();

    minutes(hours(1), hours(4));
    book.survey(outlet, MN, PeriodKind.MINUTE, NOON, hours(4));

    assertThat(gaps()).singleElement().matches(gap -> gap.state() == Gap.State.HEALED);
  }

  @Test
  void aLoggerThatDoesNotAnswerIsLeftAloneLongerEachTime() {
    cut(hours(1), hours(2));
    Instant now = hours(3).plus(Duration.ofMinutes(10));

    for (int minutes : new int[] {10, 60, 360, 360}) {
      Slice slice = ask(now).orElseThrow();
      book.settle(slice.gapId(), GapBook.Fetch.UNANSWERED, now);
      assertThat(gaps()).singleElement().matches(gap -> gap.state() == Gap.State.UNANSWERED);
      Instant pause = now.plus(Duration.ofMinutes(minutes));
      assertThat(ask(pause.minusSeconds(1))).isEmpty();
      now = pause;
    }
    assertThat(ask(now)).isPresent();
  }

  @Test
  void whatWasNeverSentIsAskedForAgain() {
    cut(hours(1), hours(2));
    Instant now = hours(3).plus(Duration.ofMinutes(10));
    Slice slice = ask(now).orElseThrow();

    book.settle(slice.gapId(), GapBook.Fetch.NOT_SENT, now);
    book.settle(slice.gapId(), GapBook.Fetch.ANSWERED, now);

    assertThat(gaps()).singleElement().matches(gap -> gap.state() == Gap.State.OPEN);
    assertThat(ask(now)).isEmpty();
    assertThat(ask(now.plus(Duration.ofMinutes(1)))).contains(slice);
  }

  @Test
  void anOrderThatFailsLeavesTheGapWaiting() {
    cut(hours(1), hours(2));
    Instant now = hours(3).plus(Duration.ofMinutes(10));

    assertThatThrownBy(
            () ->
                book.ask(
                    MN,
                    now,
                    slice -> {
                      throw new IllegalStateException("no journal");
                    }))
        .hasMessage("no journal");

    assertThat(book.asked()).isEmpty();
    assertThat(ask(now)).isPresent();
  }

  @Test
  void aGapNothingHasFollowedIsAskedForOnlyAfterAnHour() {
    minutes(NOON, hours(1));
    book.surveyDue(hours(1).plus(Duration.ofMinutes(15)));

    assertThat(ask(hours(1).plus(Duration.ofMinutes(50)))).isEmpty();
    assertThat(ask(hours(2).plus(Duration.ofMinutes(15)))).isPresent();
  }

  /** Whoever sends what is old can be asked for the rest. */
  @Test
  void aGapNothingHasFollowedIsAskedForOnceSomethingOfItHasCome() {
    minutes(NOON, hours(1));
    book.surveyDue(hours(1).plus(Duration.ofMinutes(15)));
    minutes(hours(1).plus(Duration.ofMinutes(5)), hours(1).plus(Duration.ofMinutes(10)));
    book.surveyDue(hours(1).plus(Duration.ofMinutes(15)));

    assertThat(ask(hours(1).plus(Duration.ofMinutes(16)))).isEmpty();
    assertThat(ask(hours(1).plus(Duration.ofMinutes(18)))).isPresent();
  }

  private void cut(Instant from, Instant until) {
    minutes(NOON, from);
    minutes(until, until.plus(Duration.ofHours(1)));
    book.surveyDue(until.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(5)));
  }

  private Optional<Slice> ask(Instant now) {
    Optional<Slice> slice = book.ask(MN, now, order -> ordered.size() + 1);
    slice.ifPresent(ordered::add);
    return slice;
  }

  private void minutes(Instant from, Instant until) {
    samples.fill(outlet, PeriodKind.MINUTE, from, until, MINUTE);
  }

  private List<Gap> gaps() {
    return book.ofOutlet(outlet, Instant.EPOCH);
  }

  private static Tuple span(Instant from, Instant until) {
    return tuple(from, until);
  }

  private static Instant hours(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
