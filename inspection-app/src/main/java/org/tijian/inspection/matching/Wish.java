package org.tijian.inspection.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;

/**
 * What is known of a request before it is planned, or of several of one enterprise that are to be
 * made in one visit.
 *
 * @param checkupId of several the first
 * @param joined the others that are made in the same visit
 * @param skills that the team must have between them
 * @param helpful skills that help without being needed: factors and kinds of instruments
 * @param place null if the enterprise did not say where it is
 * @param closedDays on which the plant does not receive anybody
 * @param unsteadyDays on which the plant starts up, shuts down or is under maintenance
 * @param permitFrom first day for which a permit for the platform can be had; null if none is
 *     needed
 * @param calibrationDays on which the plant's next calibration is expected, by its own rhythm
 * @param excluded experts who may not be sent, by a conflict of interest or by refusal
 * @param promisedBy the day by which the office promised an appointment
 */
public record Wish(
    UUID checkupId,
    List<UUID> joined,
    String number,
    long siteId,
    Set<String> skills,
    Set<String> helpful,
    @Nullable Coordinates place,
    Set<LocalDate> preferredDays,
    Set<LocalDate> closedDays,
    Set<LocalDate> unsteadyDays,
    @Nullable LocalDate permitFrom,
    Set<LocalDate> calibrationDays,
    Set<UUID> excluded,
    LocalDate promisedBy) {
  public Wish {
    joined = List.copyOf(joined);
    skills = Set.copyOf(skills);
    helpful = Set.copyOf(helpful);
    preferredDays = Set.copyOf(preferredDays);
    closedDays = Set.copyOf(closedDays);
    unsteadyDays = Set.copyOf(unsteadyDays);
    calibrationDays = Set.copyOf(calibrationDays);
    excluded = Set.copyOf(excluded);
  }

  /** A request that is made alone, of a plant that runs every day and needs no permit. */
  public Wish(
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
    this(
        checkupId,
        List.of(),
        number,
        siteId,
        skills,
        helpful,
        place,
        preferredDays,
        closedDays,
        Set.of(),
        null,
        calibrationDays,
        excluded,
        promisedBy);
  }

  /** Both in one visit: its team can do what either asks, and the earlier promise counts. */
  Wish with(Wish other) {
    List<UUID> all = new ArrayList<>(joined);
    all.add(other.checkupId());
    all.addAll(other.joined());
    return new Wish(
        checkupId,
        all,
        number + " + " + other.number(),
        siteId,
        either(skills, other.skills()),
        either(helpful, other.helpful()),
        place,
        suiting(preferredDays, other.preferredDays()),
        either(closedDays, other.closedDays()),
        either(unsteadyDays, other.unsteadyDays()),
        later(permitFrom, other.permitFrom()),
        either(calibrationDays, other.calibrationDays()),
        either(excluded, other.excluded()),
        promisedBy.isBefore(other.promisedBy()) ? promisedBy : other.promisedBy());
  }

  /** Days that suit both, or where there are none, those that suit one. */
  private static Set<LocalDate> suiting(Set<LocalDate> one, Set<LocalDate> other) {
    Set<LocalDate> both = new HashSet<>(one);
    both.retainAll(other);
    return both.isEmpty() ? either(one, other) : both;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static <T> Set<T> either(Set<T> one, Set<T> other) {
    Set<T> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
