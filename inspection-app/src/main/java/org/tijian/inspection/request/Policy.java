package org.tijian.inspection.request;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tijian.analytics.site.LocalName;

/**
 * What the programme promises, as numbers; one version of it. The terms of the same version say the
 * same in words.
 *
 * @param version the same as that of the terms
 * @param workingDayEnds Beijing time
 * @param reportKeptDays days after the end until answers, advice and report are deleted
 * @param expertAccessDays days after the closing meeting until the expert's key ends, 30 at most
 * @param hearingWithinHours hours that the enterprise has to be heard before the gatekeepers decide
 * @param complaintWithinWorkingDays working days until the gatekeepers answer a complaint
 * @param leastEnterprises enterprises that must stand behind a published figure, at least 5
 * @param ratingsReleasedTogether ratings that are released together, at least 5
 * @param exceptions the closed list; nothing outside it ends the protection
 * @param readers for a role on the wire and a right, the states in which it has it; the same as the
 *     program keeps for the newest version
 * @param holidays days besides Saturday and Sunday that are no working days
 */
public record Policy(
    String version,
    int acceptWithinWorkingDays,
    int scheduleWithinWorkingDays,
    LocalTime workingDayEnds,
    int receiveWithinDays,
    int reportKeptDays,
    int expertAccessDays,
    int hearingWithinHours,
    int complaintWithinWorkingDays,
    int leastEnterprises,
    int ratingsReleasedTogether,
    List<PolicyException> exceptions,
    Map<String, Map<Right, List<String>>> readers,
    Set<LocalDate> holidays) {
  private static final int FEWEST = 5;
  private static final int MOST_EXPERT_ACCESS_DAYS = 30;

  public Policy {
    exceptions = List.copyOf(exceptions);
    readers = Map.copyOf(readers);
    holidays = Set.copyOf(holidays);
    if (expertAccessDays < 0 || expertAccessDays > MOST_EXPERT_ACCESS_DAYS) {
      throw new IllegalArgumentException(
          "policy %s: an expert keeps a key for 30 days at most".formatted(version));
    }
    if (leastEnterprises < FEWEST || ratingsReleasedTogether < FEWEST) {
      throw new IllegalArgumentException(
          "policy %s: fewer than %d enterprises or ratings could point at one of them"
              .formatted(version, FEWEST));
    }
  }

  /**
   * One case of the closed list.
   *
   * @param id for ever
   */
  public record PolicyException(String id, Handling handling, LocalName name) {}

  /** What happens when a case of the closed list seems to be met. */
  public enum Handling {
    /** Everybody stops, and the enterprise acts. */
    STOP,
    /** Pause, hearing, and the decision of two gatekeepers together. */
    GATE,
    /** An act of a person outside the platform, which knows nothing of it. */
    PERSON
  }
}
