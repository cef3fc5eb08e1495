package org.tijian.inspection.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.visit.AdviceView;
import tools.jackson.databind.JsonNode;

/**
 * An improvement item (改进项): a piece of advice, and everything that was said to it.
 *
 * @param link by which readings can show that it is done; null if there is none
 * @param owner who sees to it; null if nobody was named
 * @param dissents oldest first
 * @param dates as they were set, oldest first; the last one stands
 * @param steps oldest first
 */
record FollowUp(
    UUID adviceId,
    AdviceView advice,
    ItemState state,
    @Nullable Link link,
    @Nullable String owner,
    List<Dissent> dissents,
    List<AgreedDate> dates,
    List<Step> steps) {
  FollowUp {
    dissents = List.copyOf(dissents);
    dates = List.copyOf(dates);
    steps = List.copyOf(steps);
  }

  static FollowUp none(AdviceView advice) {
    Link link =
        advice.code() == null || advice.outletId() == null
            ? null
            : new Link(advice.code(), advice.outletId());
    return new FollowUp(
        advice.id(), advice, ItemState.OPEN, link, null, List.of(), List.of(), List.of());
  }

  /** The date that stands; null if none was set. */
  @Nullable LocalDate standing() {
    return dates.isEmpty() ? null : dates.get(dates.size() - 1).date();
  }

  /** To move a date later needs the interim measure, to set it or to bring it forward does not. */
  boolean wouldExtend(LocalDate date) {
    LocalDate standing = standing();
    return standing != null && date.isAfter(standing);
  }

  private FollowUp with(Object said) {
    if (said instanceof Dissent dissent) {
      return new FollowUp(
          adviceId, advice, state, link, owner, and(dissents, dissent), dates, steps);
    }
    if (said instanceof AgreedDate date) {
      return new FollowUp(adviceId, advice, state, link, owner, dissents, and(dates, date), steps);
    }
    Step step = (Step) said;
    return new FollowUp(
        adviceId,
        advice,
        state.after(step.action()),
        step.action() == Action.LINK ? step.link() : link,
        step.action() == Action.OWNER ? step.text() : owner,
        dissents,
        dates,
        and(steps, step));
  }

  private static <T> List<T> and(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  /**
   * Puts what was said to its advice, in the order in which it was said.
   *
   * @param advice every item, whether anything was said to it or not
   */
  static Map<UUID, FollowUp> of(List<AdviceView> advice, List<? extends ToAdvice> said) {
    Map<UUID, FollowUp> byAdvice = new LinkedHashMap<>();
    advice.forEach(each -> byAdvice.put(each.id(), none(each)));
    for (ToAdvice each : said) {
      byAdvice.computeIfPresent(each.adviceId(), (id, standing) -> standing.with(each));
    }
    return byAdvice;
  }

  /** Something that was said to a piece of advice. */
  sealed interface ToAdvice {
    UUID adviceId();
  }

  /** Why the enterprise does not agree. */
  record Dissent(UUID adviceId, String text, LocalName by, Instant at) implements ToAdvice {}

  /**
   * By when the enterprise wants to have it done.
   *
   * @param interim what is done until then; empty if the date was not moved later
   */
  record AgreedDate(UUID adviceId, LocalDate date, String interim, LocalName by, Instant at)
      implements ToAdvice {}

  /** Anything else. */
  record Step(
      UUID adviceId,
      Action action,
      String text,
      @Nullable Link link,
      @Nullable ProofFile file,
      @Nullable JsonNode working,
      LocalName by,
      Instant at)
      implements ToAdvice {}

  /**
   * @param code of a finding of the self-check
   */
  record Link(String code, long outletId) {}

  /** A file that was given as proof; its content is sealed as photos are. */
  record ProofFile(UUID id, String mediaType, int bytes) {}
}
