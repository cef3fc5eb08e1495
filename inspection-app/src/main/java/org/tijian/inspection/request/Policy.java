package org.tijian.inspection.request;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * What the programme promises, as numbers.
 *
 * @param version the same as that of the terms
 * @param workingDayEnds Beijing time
 * @param reportKeptDays days after the end until answers, advice and report are deleted
 * @param holidays days besides Saturday and Sunday that are no working days
 */
public record Policy(
    String version,
    int acceptWithinWorkingDays,
    int scheduleWithinWorkingDays,
    LocalTime workingDayEnds,
    int receiveWithinDays,
    int reportKeptDays,
    Set<LocalDate> holidays) {
  public Policy {
    holidays = Set.copyOf(holidays);
  }
}
