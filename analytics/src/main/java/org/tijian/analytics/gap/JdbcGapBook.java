package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** The book in PostgreSQL. */
final class JdbcGapBook implements GapBook {
  private static final List<PeriodKind> KINDS =
      List.of(PeriodKind.MINUTE, PeriodKind.HOUR, PeriodKind.DAY);

  /** Gaps found lately are counted anew with every survey, all of them only now and then. */
  private static final Duration YOUNG = Duration.ofHours(2);

  private static final int ALL_EVERY_MINUTES = 10;

  private final MonitoringDatabase database;
  private final GapRules rules;
  private final GapTable gaps;
  private final FetchTable fetchTable;
  private final Fetches fetches;
  private final Survey survey;

  JdbcGapBook(MonitoringDatabase database, GapRules rules) {
    this.database = database;
    this.rules = rules;
    SampleTimes samples = new SampleTimes(database);
    this.gaps = new GapTable(database);
    this.fetchTable = new FetchTable(database, rules);
    this.fetches = new Fetches(rules, samples, gaps, fetchTable);
    this.survey = new Survey(database, rules, samples, gaps);
  }

  @Override
  public void survey(long outletId, String mn, PeriodKind kind, Instant from, Instant until) {
    if (!KINDS.contains(kind)) {
      return;
    }
    Instant now = Instant.now();
    survey.enrol();
    database.transaction().executeWithoutResult(s -> survey.span(mn, kind, from, until, now));
    gaps.recount(mn, kind, now);
  }

  @Override
  public void surveyDue(Instant now) {
    survey.enrol();
    KINDS.forEach(kind -> survey.due(kind, now));
    boolean all = now.atOffset(ZoneOffset.UTC).getMinute() % ALL_EVERY_MINUTES == 0;
    survey.alone(() -> gaps.recountSince(now.minus(all ? rules.lookedBack() : YOUNG), now));
  }

  @Override
  public List<Gap> ofOutlet(long outletId, Instant closedSince) {
    return gaps.ofOutlet(outletId, closedSince);
  }

  @Override
  public List<String> waiting(Instant now) {
    return fetchTable.waiting(now);
  }

  @Override
  public Optional<Slice> ask(String mn, Instant now, ToLongFunction<Slice> order) {
    return Objects.requireNonNull(
        database.transaction().execute(status -> fetches.ask(mn, now, order)));
  }

  @Override
  public List<Gap> asked() {
    return fetchTable.asked();
  }

  @Override
  public void settle(long gapId, Fetch fetch, Instant now) {
    database.transaction().executeWithoutResult(status -> fetches.settle(gapId, fetch, now));
  }
}
