package org.tijian.inspection.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.request.Policies;
import org.tijian.inspection.request.Policy;

/**
 * A programme on the wire.
 *
 * @param acceptWithinWorkingDays promised by the rules of {@code terms}
 * @param scheduleWithinWorkingDays promised by the rules of {@code terms}
 * @param counts for the office; null for everybody else
 * @param fit for an enterprise that it fits; null for the office
 */
record ProgrammeView(
    UUID id,
    String number,
    LocalName title,
    LocalName text,
    List<String> topics,
    LocalDate startsOn,
    LocalDate endsOn,
    Programme.Conditions conditions,
    String terms,
    int acceptWithinWorkingDays,
    int scheduleWithinWorkingDays,
    String state,
    int version,
    @Nullable Instant publishedAt,
    @Nullable Instant endedAt,
    @Nullable Counts counts,
    @Nullable FitView fit) {

  static ProgrammeView of(
      Programme programme, Policies policies, @Nullable Counts counts, @Nullable FitView fit) {
    Policy policy = policies.of(programme.terms()).policy();
    return new ProgrammeView(
        programme.id(),
        programme.number(),
        programme.title(),
        programme.text(),
        programme.topics(),
        programme.startsOn(),
        programme.endsOn(),
        programme.conditions(),
        programme.terms(),
        policy.acceptWithinWorkingDays(),
        policy.scheduleWithinWorkingDays(),
        programme.state().word(),
        programme.version(),
        programme.publishedAt(),
        programme.endedAt(),
        counts,
        fit);
  }

  /**
   * @param told enterprises that it fits
   * @param requests that followed it
   */
  record Counts(int told, int requests) {}

  /** Which outlets of the enterprise, and why. */
  record FitView(List<Long> outletIds, LocalName reason) {}
}
