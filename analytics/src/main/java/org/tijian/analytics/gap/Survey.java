package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.reading.PeriodKind;

/** Looks for gaps and enters them. */
final class Survey {
  /** The step is learned anew when something seems to be missing, but not every minute. */
  private static final Duration LEARNED_FOR = Duration.ofMinutes(5);

  private final MonitoringDatabase database;
  private final GapRules rules;
  private final SampleTimes samples;
  private final SurveyTable marks;
  private final GapTable gaps;

  Survey(MonitoringDatabase database, GapRules rules, SampleTimes samples, GapTable gaps) {
    this.database = database;
    this.rules = rules;
    this.samples = samples;
    this.marks = new SurveyTable(database);
    this.gaps = gaps;
  }

  void due(PeriodKind kind, Instant now) {
    Instant before = now.minus(rules.grace(kind));
    List<String> lacking = new ArrayList<>();
    alone(
        () -> {
          marks.begin(kind, now.minus(rules.lookedBack()));
          lacking.addAll(marks.pass(kind, before));
        });
    for (String mn : lacking) {
      database.transaction().executeWithoutResult(status -> look(mn, kind, before, now));
    }
  }

  void enrol() {
    marks.enrol();
  }

  /** In a transaction, unless another process is at it: it does the same. */
  void alone(Runnable task) {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              if (marks.isMyTurn()) {
                task.run();
              }
            });
  }

  /** From the mark on. */
  private void look(String mn, PeriodKind kind, Instant before, Instant now) {
    Optional<Mark> found = marks.lock(mn, kind);
    if (found.isEmpty() || found.get().surveyedUntil() == null) {
      return;
    }
    Mark mark = learn(found.get(), before, now);
    Instant from = Run.later(found.get().surveyedUntil(), now.minus(rules.lookedBack()));
    Instant until = enter(mark, from, before, now);
    marks.advance(mark, Run.later(until, found.get().surveyedUntil()));
  }

  /** A span of its own, wherever the mark is. */
  void span(String mn, PeriodKind kind, Instant from, Instant until, Instant now) {
    Optional<Mark> found = marks.lock(mn, kind);
    if (found.isPresent()) {
      Mark mark = learn(found.get(), until, now);
      marks.advance(mark, found.get().surveyedUntil());
      enter(mark, from, until, now);
    }
  }

  private Mark learn(Mark mark, Instant until, Instant now) {
    Instant learnedAt = mark.learnedAt();
    if (mark.kind() != PeriodKind.MINUTE
        || (learnedAt != null && learnedAt.plus(LEARNED_FOR).isAfter(now))) {
      return mark;
    }
    Optional<Duration> step = Steps.learn(samples.lastDay(mark.outletId(), mark.kind(), until));
    return mark.learned(step.orElse(mark.step()), now);
  }

  /**
   * @return where it stopped looking
   */
  private Instant enter(Mark mark, Instant from, Instant until, Instant now) {
    Instant first = SampleTimes.onGrid(from, mark.step());
    Instant end = SampleTimes.onGrid(until, mark.step());
    if (first.isBefore(end)) {
      List<Run> known = gaps.spans(mark.mn(), mark.kind(), first, end);
      for (Run run : samples.missing(mark.outletId(), mark.kind(), mark.step(), first, end)) {
        run.without(known).stream()
            .filter(piece -> piece.periods(mark.step()) > 0)
            .forEach(piece -> gaps.enter(mark, piece, now));
      }
    }
    return end;
  }
}
