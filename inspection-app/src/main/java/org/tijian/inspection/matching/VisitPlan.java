package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;

/** A visit whose slot is to be found. The solver makes and fills it. */
@PlanningEntity
@NullUnmarked
public class VisitPlan {
  @PlanningId private UUID id;
  private Wish wish;
  private List<Seat> seats = new ArrayList<>();

  @PlanningVariable(valueRangeProviderRefs = "slots")
  private Slot slot;

  /** For the solver, which copies plans. */
  public VisitPlan() {}

  public VisitPlan(Wish wish) {
    this.id = wish.checkupId();
    this.wish = wish;
  }

  UUID id() {
    return id;
  }

  Wish wish() {
    return wish;
  }

  List<Seat> seats() {
    return seats;
  }

  long siteId() {
    return wish.siteId();
  }

  Slot slot() {
    return slot;
  }

  LocalDate day() {
    return slot.day();
  }

  void place(Slot chosen) {
    this.slot = chosen;
  }

  @Nullable Coordinates place() {
    return wish.place();
  }

  boolean suits() {
    return wish.preferredDays().contains(day());
  }

  boolean isClosed() {
    return wish.closedDays().contains(day());
  }

  boolean isUnsteady() {
    return wish.unsteadyDays().contains(day());
  }

  boolean isBeforePermit() {
    return wish.permitFrom() != null && day().isBefore(wish.permitFrom());
  }

  /** Requests of the enterprise that need no visit of their own. */
  int visitsSaved() {
    return wish.joined().size();
  }

  boolean calibrates() {
    return wish.calibrationDays().contains(day());
  }

  /** Skills that help, without which the visit can be made all the same. */
  List<Need> helpful() {
    return wish.helpful().stream().sorted().map(skill -> new Need(id, skill)).toList();
  }

  /** Days from the promise to the visit; 0 if it comes before. */
  int daysAfterPromise() {
    return (int) Math.max(0, ChronoUnit.DAYS.between(wish.promisedBy(), day()));
  }

  @Override
  public String toString() {
    return wish == null ? "visit" : wish.number();
  }
}
