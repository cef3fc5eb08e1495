package org.tijian.analytics.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tijian.analytics.gap.GapBook.Fetch;

/** What to ask for next, and what to make of the answer. Everything within a transaction. */
final class Fetches {
  private static final Duration NOT_SENT_PAUSE = Duration.ofMinutes(1);

  private final GapRules rules;
  private final SampleTimes samples;
  private final GapTable gaps;
  private final FetchTable fetches;

  Fetches(GapRules rules, SampleTimes samples, GapTable gaps, FetchTable fetches) {
    this.rules = rules;
    this.samples = samples;
    this.gaps = gaps;
    this.fetches = fetches;
  }

  Optional<Slice> ask(String mn, Instant now, ToLongFunction<Slice> order) {
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
    int periods =
        missing.stream()
            .filter(run -> run.until().isAfter(from))
            .map(run -> new Run(Run.later(run.from(), from), run.until()))
            .mapToInt(run -> run.periods(fetching.step()))
            .sum();
    return new Slice(gap.id(), gap.mn(), gap.kind(), from, until, periods);
  }

  private List<Run> missing(Fetching fetching, Instant from, Instant until) {
    return from.isBefore(until)
        ? samples.missing(
            fetching.gap().outletId(), fetching.gap().kind(), fetching.step(), from, until)
        : List.of();
  }

  void settle(long gapId, Fetch fetch, Instant now) {
    gaps.recount(gapId, now);
    fetches.lockAsked(gapId).ifPresent(asked -> settle(asked, fetch, now));
  }

  private void settle(Fetching asked, Fetch fetch, Instant now) {
    Gap gap = asked.gap();
    if (fetch == Fetch.ANSWERED || fetch == Fetch.CUT_SHORT) {
      fetches.answered(gap.mn(), gap.kind());
    } else if (fetch == Fetch.UNANSWERED) {
      fetches.unanswered(gap.mn(), gap.kind(), now);
    }
    if (gap.recovered() >= gap.missing()) {
      fetches.close(asked, Gap.State.HEALED, now);
      return;
    }
    switch (fetch) {
      case ANSWERED -> goOn(asked, asked.tries() + 1, now);
      case CUT_SHORT -> goOn(asked, asked.tries() + (hasBrought(asked) ? 0 : 1), now);
      case UNANSWERED ->
          fetches.reopen(asked, Gap.State.UNANSWERED, asked.settledFrom(), asked.tries());
      case NOT_SENT -> fetches.postpone(asked, now.plus(NOT_SENT_PAUSE));
      case CALLED_OFF ->
          fetches.postpone(asked, now.plus(rules.pauses().get(rules.pauses().size() - 1)));
    }
  }

  private void goOn(Fetching asked, int tries, Instant now) {
    Instant sliceFrom = Objects.requireNonNull(asked.sliceFrom());
    if (sliceMissing(asked) > 0 && tries < rules.tries()) {
      fetches.reopen(asked, Gap.State.OPEN, asked.settledFrom(), tries);
    } else if (missing(asked, asked.gap().from(), sliceFrom).isEmpty()) {
      fetches.close(asked, Gap.State.LOST, now);
    } else {
      fetches.reopen(asked, Gap.State.OPEN, sliceFrom, 0);
    }
  }

  private boolean hasBrought(Fetching asked) {
    return sliceMissing(asked) < asked.sliceMissing();
  }

  private int sliceMissing(Fetching asked) {
    return missing(
            asked,
            Objects.requireNonNull(asked.sliceFrom()),
            Objects.requireNonNull(asked.sliceUntil()))
        .stream()
        .mapToInt(run -> run.periods(asked.step()))
        .sum();
  }
}
