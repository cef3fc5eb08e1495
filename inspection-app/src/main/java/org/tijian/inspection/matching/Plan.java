package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Visits, seats in their teams, and what can be put into them. */
@PlanningSolution
@NullUnmarked
public class Plan {
  @ProblemFactCollectionProperty
  @ValueRangeProvider(id = "candidates")
  private List<Candidate> candidates;

  @ProblemFactCollectionProperty
  @ValueRangeProvider(id = "slots")
  private List<Slot> slots;

  @ProblemFactCollectionProperty private List<Need> needs;
  @PlanningEntityCollectionProperty private List<VisitPlan> visits;
  @PlanningEntityCollectionProperty private List<Seat> seats;
  @PlanningScore private HardSoftScore score;

  /** For the solver, which copies plans. */
  public Plan() {}

  /**
   * @param teamSize experts for each visit; fewer if there are not as many
   */
  public static Plan of(
      List<Wish> wishes, List<Candidate> candidates, List<Slot> slots, int teamSize) {
    Plan plan = new Plan();
    plan.candidates = List.copyOf(candidates);
    plan.slots = List.copyOf(slots);
    plan.needs = new ArrayList<>();
    plan.visits = new ArrayList<>();
    plan.seats = new ArrayList<>();
    for (Wish wish : wishes) {
      VisitPlan visit = new VisitPlan(wish);
      plan.visits.add(visit);
      wish.skills().stream()
          .sorted()
          .forEach(skill -> plan.needs.add(new Need(wish.checkupId(), skill)));
      for (int place = 1; place <= Math.min(teamSize, candidates.size()); place++) {
        plan.seats.add(new Seat(visit, place));
      }
    }
    return plan;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  List<Slot> slots() {
    return slots;
  }

  List<VisitPlan> visits() {
    return visits;
  }

  List<Seat> seats() {
    return seats;
  }

  HardSoftScore score() {
    return score;
  }
}
