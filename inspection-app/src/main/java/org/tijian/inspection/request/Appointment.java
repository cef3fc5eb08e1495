package org.tijian.inspection.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who comes when.
 *
 * @param expertIds one to five, the lead (组长) first
 */
public record Appointment(List<UUID> expertIds, Instant startsAt, Instant endsAt) {
  public Appointment {
    expertIds = List.copyOf(expertIds);
  }

  public UUID leadId() {
    return expertIds.get(0);
  }
}
