package org.tijian.inspection.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * A visit as calendars know it.
 *
 * @param number of the check-up
 * @param place the enterprise
 * @param sequence rises with every change
 * @param invited directors of the enterprise, and experts
 * @param cancelledAt null while it stands
 */
record VisitEntry(
    UUID checkupId,
    String number,
    LocalName place,
    int sequence,
    Instant startsAt,
    Instant endsAt,
    List<UUID> invited,
    @Nullable Instant cancelledAt) {
  VisitEntry {
    invited = List.copyOf(invited);
  }

  boolean isSameTimeAs(VisitEntry other) {
    return startsAt.equals(other.startsAt) && endsAt.equals(other.endsAt);
  }
}
