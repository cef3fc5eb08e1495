package org.tijian.inspection.matching;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;

/**
 * What is known of a request before it is planned.
 *
 * @param skills that the team must have between them
 * @param helpful skills that help without being needed: factors and kinds of instruments
 * @param place null if the enterprise did not say where it is
 * @param closedDays on which the plant does not receive anybody
 * @param calibrationDays on which the plant's next calibration is expected, by its own rhythm
 * @param excluded experts who may not be sent, by a conflict of interest or by refusal
 * @param promisedBy the day by which the office promised an appointment
 */
public record Wish(
    UUID checkupId,
    String number,
    long siteId,
    Set<String> skills,
    Set<String> helpful,
    @Nullable Coordinates place,
    Set<LocalDate> preferredDays,
    Set<LocalDate> closedDays,
    Set<LocalDate> calibrationDays,
    Set<UUID> excluded,
    LocalDate promisedBy) {
  public Wish {
    skills = Set.copyOf(skills);
    helpful = Set.copyOf(helpful);
    preferredDays = Set.copyOf(preferredDays);
    closedDays = Set.copyOf(closedDays);
    calibrationDays = Set.copyOf(calibrationDays);
    excluded = Set.copyOf(excluded);
  }
}
