package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A place in the team of a visit, whose expert is to be found. */
@PlanningEntity
@NullUnmarked
public class Seat {
  @PlanningId private String id;
  private VisitPlan visit;

  @PlanningVariable(valueRangeProviderRefs = "candidates")
  private Candidate expert;

  /** For the solver, which copies plans. */
  public Seat() {}

  public Seat(VisitPlan visit, int place) {
    this.id = visit.id() + "/" + place;
    this.visit = visit;
    visit.seats().add(this);
  }

  UUID visitId() {
    return visit.id();
  }

  /** The rules do not ask it for its slot: they would not see the slot change. */
  VisitPlan visit() {
    return visit;
  }

  Wish wish() {
    return visit.wish();
  }

  Candidate expert() {
    return expert;
  }

  void take(Candidate chosen) {
    this.expert = chosen;
  }

  boolean isExcluded() {
    return wish().excluded().contains(expert.id());
  }

  @Override
  public String toString() {
    return id;
  }
}
