package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.ChangeMove;

/** As {@link PossibleExpert}: days on which the plant is closed or somebody of the team away. */
public final class PossibleSlot implements SelectionFilter<Plan, ChangeMove<Plan>> {
  @Override
  public boolean accept(ScoreDirector<Plan> director, ChangeMove<Plan> move) {
    VisitPlan visit = (VisitPlan) move.getEntity();
    Slot slot = (Slot) move.getToPlanningValue();
    return !visit.wish().closedDays().contains(slot.day())
        && visit.seats().stream().allMatch(seat -> seat.expert().isFreeIn(slot));
  }
}
