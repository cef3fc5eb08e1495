package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A check-up as its parties know it. Carries no finding.
 *
 * @param number for people, for example {@code TJ-2026-0001}
 * @param version raised by every step
 * @param appointment null until it is scheduled
 * @param joined the other check-ups of the same enterprise that are made in the same visit
 * @param pledged experts of the team who signed the pledge for it
 * @param history the states it went through, oldest first
 */
public record Checkup(
    UUID id,
    String number,
    long siteId,
    CheckupState state,
    int version,
    Scope scope,
    Consent consent,
    @Nullable Appointment appointment,
    Set<UUID> joined,
    Set<UUID> pledged,
    List<Event> history) {
  public Checkup {
    joined = Set.copyOf(joined);
    pledged = Set.copyOf(pledged);
    history = List.copyOf(history);
  }

  /**
   * A state and who brought the check-up into it.
   *
   * @param change null unless the office changed an appointment that was made
   */
  public record Event(
      CheckupState state, Instant at, UUID accountId, LocalName by, @Nullable Change change) {}

  /** Why an appointment was changed, and when the visit would have been. */
  public record Change(String reason, Instant startsAt, Instant endsAt) {}

  /** The team, its lead first; empty until it is scheduled. */
  public List<UUID> expertIds() {
    return appointment == null ? List.of() : appointment.expertIds();
  }

  public boolean isAssignedTo(UUID expertId) {
    return expertIds().contains(expertId);
  }

  public boolean isPledgedBy(UUID expertId) {
    return pledged.contains(expertId);
  }

  Checkup with(List<Event> events) {
    return new Checkup(
        id, number, siteId, state, version, scope, consent, appointment, joined, pledged, events);
  }

  /** When the present state began. */
  public Instant since() {
    return history.get(history.size() - 1).at();
  }
}
