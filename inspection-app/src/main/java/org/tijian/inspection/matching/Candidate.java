package org.tijian.inspection.matching;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.expert.ExpertProfile;
import org.tijian.inspection.place.Distance;

/**
 * An expert as the solver knows one. Compared by identity: the solver looks it up very often.
 *
 * <p>Not a record for that reason alone.
 */
public final class Candidate {
  private final UUID id;
  private final LocalName name;
  private final ExpertProfile profile;
  private final Set<LocalDate> absences;
  private final Set<Slot> booked;
  private final Map<Integer, Integer> bookedInWeek = new HashMap<>();

  /**
   * @param absences days on which the expert is not there
   * @param booked slots that an appointment touches
   */
  public Candidate(
      UUID id, LocalName name, ExpertProfile profile, Set<LocalDate> absences, Set<Slot> booked) {
    this.id = id;
    this.name = name;
    this.profile = profile;
    this.absences = Set.copyOf(absences);
    this.booked = Set.copyOf(booked);
    booked.forEach(slot -> bookedInWeek.merge(week(slot.day()), 1, Integer::sum));
  }

  /** Calendar weeks, Monday to Sunday, numbered through years. */
  static int week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  UUID id() {
    return id;
  }

  LocalName name() {
    return name;
  }

  boolean worksOn(LocalDate day) {
    return profile.weekdays().contains(day.getDayOfWeek());
  }

  boolean isAbsentOn(LocalDate day) {
    return absences.contains(day);
  }

  boolean isBookedIn(Slot slot) {
    return booked.contains(slot);
  }

  /** Whether the expert's own calendar lets a visit in then. */
  boolean isFreeIn(Slot slot) {
    return worksOn(slot.day()) && !isAbsentOn(slot.day()) && !isBookedIn(slot);
  }

  boolean can(String skill) {
    return profile.skills().contains(skill);
  }

  /** Visits beyond the most that the expert makes in a week, with those that are arranged. */
  int visitsTooMany(int week, int planned) {
    return Math.max(0, bookedInWeek.getOrDefault(week, 0) + planned - profile.mostVisitsAWeek());
  }

  int bookedVisits() {
    return booked.size();
  }

  /** Kilometres as the crow flies; 0 if either place is not known. */
  int kilometresTo(VisitPlan visit) {
    return Distance.kilometres(profile.home(), visit.place());
  }

  @Override
  public String toString() {
    return name.en();
  }
}
