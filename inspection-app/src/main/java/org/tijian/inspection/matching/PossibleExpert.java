package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import ai.timefold.solver.core.impl.heuristic.selector.move.generic.ChangeMove;

/**
 * Spares the search the experts who cannot come whatever else changes. The rules count them all the
 * same: this makes it quicker, and nothing hangs on it.
 */
public final class PossibleExpert implements SelectionFilter<Plan, ChangeMove<Plan>> {
  @Override
  public boolean accept(ScoreDirector<Plan> director, ChangeMove<Plan> move) {
    Seat seat = (Seat) move.getEntity();
    Candidate expert = (Candidate) move.getToPlanningValue();
    return !seat.wish().excluded().contains(expert.id()) && expert.isFreeIn(seat.visit().slot());
  }
}
