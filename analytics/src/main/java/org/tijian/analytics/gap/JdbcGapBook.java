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
  private static final Duration NOT_SENT_PAUSE = Duration.ofMinutes(1);

  private final MonitoringDatabase database;
  private final GapRules rules;
  private final SampleTimes samples;
  private final GapTable gaps;
  private final FetchTable fetches;
  private final Survey survey;

  JdbcGapBook(MonitoringDatabase database, GapRules rules) {
    this.database = database;
    this.rules = rules;
    this.samples = new SampleTimes(database);
    this.gaps = new GapTable(database);
    this.fetches = new FetchTable(database, rules);
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
    return fetches.waiting(now);
  }

  @Override
  public Optional<Slice> ask(String mn, Instant now, ToLongFunction<Slice> order) {
    return Objects.requireNonNull(
        database.transaction().execute(status -> askNext(mn, now, order)));
  }

  private Optional<Slice> askNext(String mn, Instant now, ToLongFunction<Slice> order) {
    Optional<Fetching> next = fetches.next(mn, now);
    while (next.isPresent() && !gaps.recount(next.get().gap().id(), now)) {
      Optional<Slice> slice = slice(next.get(), now);
      if (slice.isPresent()) {
        fetches.ask(slice.get(), order.applyAsLong(slice.get()));
        return slice;
      }
      fetches.close(next.get(), Gap.State.LOST, now);
      next = fetches.next(mn, now);
    }
    return Optional.empty();
  }

  /** What was not answered whole is asked for once more; then the newest part that is missing. */
  private Optional<Slice> slice(Fetching fetching, Instant now) {
    Gap gap = fetching.gap();
    if (fetching.tries() > 0 && fetching.sliceFrom() != null && fetching.sliceUntil() != null) {
      List<Run> rest = missing(fetching, fetching.sliceFrom(), fetching.sliceUntil());
      if (!rest.isEmpty()) {
        return Optional.of(newest(fetching, rest));
      }
    }
    Instant oldest = SampleTimes.onGrid(now.minus(rules.lookedBack()), fetching.step());
    List<Run> missing = missing(fetching, Run.later(gap.from(), oldest), fetching.settledFrom());
    return missing.isEmpty() ? Optional.empty() : Optional.of(newest(fetching, missing));
  }

  private Slice newest(Fetching fetching, List<Run> missing) {
    Gap gap = fetching.gap();
    Instant until = missing.get(missing.size() - 1).until();
    Instant longest = until.minus(fetching.step().multipliedBy(rules.periods(gap.kind())));
    Instant from =
        missing.stream()
            .filter(run -> run.until().isAfter(longest))
            .map(run -> Run.later(run.from(), longest))
            .findFirst()
            .orElseThrow();
    return new Slice(gap.id(), gap.mn(), gap.kind(), from, until);
  }

  private List<Run> missing(Fetching fetching, Instant from, Instant until) {
    return from.isBefore(until)
        ? samples.missing(
            fetching.gap().outletId(), fetching.gap().kind(), fetching.step(), from, until)
        : List.of();
  }

  @Override
  public List<Gap> asked() {
    return fetches.asked();
  }

  @Override
  public void settle(long gapId, Fetch fetch, Instant now) {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              gaps.recount(gapId, now);
              fetches.lockAsked(gapId).ifPresent(asked -> settle(asked, fetch, now));
            });
  }

  private void settle(Fetching asked, Fetch fetch, Instant now) {
    Gap gap = asked.gap();
    if (fetch == Fetch.ANSWERED) {
      fetches.answered(gap.mn(), gap.kind());
    } else if (fetch == Fetch.UNANSWERED) {
      fetches.unanswered(gap.mn(), gap.kind(), now);
    }
    if (gap.recovered() >= gap.missing()) {
      fetches.close(asked, Gap.State.HEALED, now);
    } else if (fetch == Fetch.ANSWERED) {
      goOn(asked, now);
    } else if (fetch == Fetch.UNANSWERED) {
      fetches.reopen(asked, Gap.State.UNANSWERED, asked.settledFrom(), asked.tries());
    } else {
      fetches.postpone(asked, now.plus(NOT_SENT_PAUSE));
    }
  }

  private void goOn(Fetching asked, Instant now) {
    Instant sliceFrom = Objects.requireNonNull(asked.sliceFrom());
    Instant sliceUntil = Objects.requireNonNull(asked.sliceUntil());
    boolean whole = missing(asked, sliceFrom, sliceUntil).isEmpty();
    int tries = asked.tries() + 1;
    if (!whole && tries < rules.tries()) {
      fetches.reopen(asked, Gap.State.OPEN, asked.settledFrom(), tries);
    } else if (missing(asked, asked.gap().from(), sliceFrom).isEmpty()) {
      fetches.close(asked, Gap.State.LOST, now);
    } else {
      fetches.reopen(asked, Gap.State.OPEN, sliceFrom, 0);
    }
  }
}
