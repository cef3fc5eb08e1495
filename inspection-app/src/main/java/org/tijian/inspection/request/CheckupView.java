package org.tijian.inspection.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A check-up on the wire, as one account may see it.
 *
 * @param waitingSite the enterprise, if the office is still to confirm it and the reader is of one
 *     of the two; else null
 */
public record CheckupView(
    UUID id,
    String number,
    String state,
    LocalName siteName,
    List<OutletName> outlets,
    List<String> topics,
    LocalDate dataFrom,
    LocalDate dataUntil,
    List<LocalDate> preferredDays,
    String note,
    ConsentView consent,
    @Nullable AppointmentView appointment,
    List<JoinedView> joined,
    List<EventView> history,
    @Nullable NextStep next,
    List<String> may,
    @Nullable Long waitingSite) {

  record OutletName(long id, String code, LocalName name) {}

  record ConsentView(String version, String sha256, LocalName by, Instant at) {}

  /**
   * @param experts the lead first
   */
  record AppointmentView(Instant startsAt, Instant endsAt, List<ExpertName> experts) {}

  /** Another check-up of the enterprise that is made in the same visit. */
  record JoinedView(UUID id, String number, String state, List<String> topics) {}

  record ExpertName(UUID id, LocalName name) {}

  /**
   * @param change null unless the office changed the appointment
   */
  record EventView(String state, Instant at, LocalName by, Checkup.@Nullable Change change) {}
}
