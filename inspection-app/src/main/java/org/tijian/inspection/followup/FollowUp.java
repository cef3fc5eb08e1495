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

/**
 * What was said to one piece of advice.
 *
 * @param dissents oldest first
 * @param dates as they were set, oldest first; the last one stands
 */
record FollowUp(UUID adviceId, List<Dissent> dissents, List<AgreedDate> dates) {
  FollowUp {
    dissents = List.copyOf(dissents);
    dates = List.copyOf(dates);
  }

  static FollowUp none(UUID adviceId) {
    return new FollowUp(adviceId, List.of(), List.of());
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

  FollowUp with(Dissent dissent) {
    List<Dissent> more = new ArrayList<>(dissents);
    more.add(dissent);
    return new FollowUp(adviceId, more, dates);
  }

  FollowUp with(AgreedDate date) {
    List<AgreedDate> more = new ArrayList<>(dates);
    more.add(date);
    return new FollowUp(adviceId, dissents, more);
  }

  /** Puts statements together by advice, in the order in which they were said. */
  static Map<UUID, FollowUp> of(List<Object> said) {
    Map<UUID, FollowUp> byAdvice = new LinkedHashMap<>();
    for (Object each : said) {
      if (each instanceof Dissent dissent) {
        byAdvice.merge(
            dissent.adviceId(),
            none(dissent.adviceId()).with(dissent),
            (old, fresh) -> old.with(dissent));
      } else if (each instanceof AgreedDate date) {
        byAdvice.merge(
            date.adviceId(), none(date.adviceId()).with(date), (old, fresh) -> old.with(date));
      }
    }
    return byAdvice;
  }

  /** Why the enterprise does not agree. */
  record Dissent(UUID adviceId, String text, LocalName by, Instant at) {}

  /**
   * By when the enterprise wants to have it done.
   *
   * @param interim what is done until then; empty if the date was not moved later
   */
  record AgreedDate(UUID adviceId, LocalDate date, String interim, LocalName by, Instant at) {}
}
