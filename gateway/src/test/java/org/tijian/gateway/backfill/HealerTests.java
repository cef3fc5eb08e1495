package org.tijian.gateway.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.command.Command;
import org.tijian.analytics.command.CommandJournal;
import org.tijian.analytics.gap.Gap;
import org.tijian.analytics.gap.GapBook;
import org.tijian.analytics.reading.FrameStore;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.analytics.testing.TestPostgres;

/** The book, the journal and the store are the real ones; only the logger is played. */
class HealerTests {
  private static final String MN = "HEAL0001";

  /** Beijing noon. */
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  private static MonitoringDatabase database;
  private static long outlet;

  private final GapBook book = GapBook.on(database);
  private final LoggerSettings settings = LoggerSettings.on(database);
  private Instant now = NOON;
  private final CommandJournal journal = CommandJournal.on(database, () -> now);
  private final PlayedLogger logger =
      new PlayedLogger(MN, outlet, FrameStore.on(database), journal);
  private Healer healer = healer();

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
    database
        .jdbc()
        .sql("truncate sample, frame, frame_day, account_journal, gap, gap_survey, command")
        .update();
  }

  private Healer healer() {
    return new Healer(book, journal, settings, logger, () -> now);
  }

  @Test
  void sixHoursLostByACutLineAreCompleteAgain() {
    cutFor(6);

    untilNothingIsLeft();

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED)
        .matches(gap -> gap.missing() == 360 && gap.recovered() == 360);
    assertThat(logger.asked())
        .hasSize(6)
        .first()
        .isEqualTo("MINUTE_HISTORY 20261101180000 20261101185959");
    assertThat(logger.asked()).doesNotHaveDuplicates();
    assertThat(journal.ofLogger(MN, null, 1))
        .singleElement()
        .matches(command -> command.origin() == Command.Origin.GAP)
        .matches(command -> command.orderedBy().equals("gap"));
  }

  @Test
  void aGatewayKilledAtAnyMomentGoesOnWhereItWas() {
    cutFor(6);

    untilNothingIsLeft(() -> healer = healer());

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED);
    assertThat(logger.asked()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void severalGatewaysAskTheLoggerOnce() {
    cutFor(6);
    Healer other = healer();

    untilNothingIsLeft(other::heal);

    assertThat(logger.asked()).hasSize(6).doesNotHaveDuplicates();
    assertThat(logger.mostOpen()).isEqualTo(1);
  }

  @Test
  void whatTheLoggerDoesNotHaveIsSaidToBeLost() {
    cutFor(3);
    logger.forget(hours(1), hours(2));

    untilNothingIsLeft();

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.LOST)
        .matches(gap -> gap.missing() == 180 && gap.recovered() == 120 && gap.closedAt() != null);
    assertThat(logger.asked()).as("the lost hour is asked for twice").hasSize(4);
  }

  @Test
  void aRefusalIsNotTakenForALoss() {
    cutFor(1);
    logger.refuse();

    steps(20);

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.UNANSWERED && gap.attempts() == 1);
    now = now.plus(Duration.ofMinutes(10));
    logger.comply();
    untilNothingIsLeft();
    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED);
  }

  @Test
  void aLoggerThatIsAwayIsNotAsked() {
    cutFor(1);
    logger.disconnect();

    steps(5);

    assertThat(journal.ofLogger(MN, null, 10)).isEmpty();
    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.OPEN);
  }

  @Test
  void aLineCutBeforeTheFetchWasSentCostsNothing() {
    cutFor(1);
    healer.heal();
    logger.disconnect();

    now = now.plus(Duration.ofMinutes(11));
    journal.take(List.of(), "another", Duration.ofMinutes(1));
    steps(2);
    logger.reconnect();
    now = now.plus(Duration.ofMinutes(2));
    untilNothingIsLeft();

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED);
    assertThat(logger.asked()).hasSize(1);
  }

  @Test
  void aLoggerThatNeverSaysTheEndIsReadAllTheSame() {
    cutFor(2);
    logger.neverSayTheEnd();

    untilNothingIsLeft();

    assertThat(gaps(PeriodKind.MINUTE))
        .singleElement()
        .matches(gap -> gap.state() == Gap.State.HEALED);
  }

  @Test
  void aLoggerSetToKeepItsHistoryIsNotAskedButItsGapsAreSaid() {
    Dialects.backfill(settings, MN, false);
    try {
      cutFor(1);

      steps(5);

      assertThat(logger.asked()).isEmpty();
      assertThat(gaps(PeriodKind.MINUTE)).hasSize(1);
    } finally {
      Dialects.backfill(settings, MN, true);
    }
  }

  private void cutFor(int hours) {
    logger.sends(NOON, hours(1));
    logger.sends(hours(hours + 1), hours(hours + 2));
    now = hours(hours + 2).plus(Duration.ofMinutes(5));
    healer.survey();
    now = now.plus(Duration.ofMinutes(5));
  }

  private void untilNothingIsLeft() {
    untilNothingIsLeft(() -> {});
  }

  private void untilNothingIsLeft(Runnable between) {
    int before = -1;
    List<String> quiet = new ArrayList<>();
    while (quiet.size() < 3) {
      if (before == logger.asked().size() && book.asked().isEmpty()) {
        quiet.add("step");
      }
      before = logger.asked().size();
      steps(1);
      between.run();
    }
  }

  private void steps(int steps) {
    for (int i = 0; i < steps; i++) {
      healer.heal();
      logger.answer(now);
      now = now.plusSeconds(5);
    }
  }

  private List<Gap> gaps(PeriodKind kind) {
    return book.ofOutlet(outlet, Instant.EPOCH).stream().filter(gap -> gap.kind() == kind).toList();
  }

  private static Instant hours(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }
}
