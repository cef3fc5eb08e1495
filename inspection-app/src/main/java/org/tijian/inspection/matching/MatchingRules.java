package org.tijian.inspection.matching;

import static ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore.ONE_SOFT;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.filtering;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import java.util.function.BiPredicate;

/**
 * The rules as the solver counts them, one point for every breach of a hard one. A seat alone does
 * not know the slot of its visit, so whatever asks both joins them: the solver then sees each
 * change.
 */
public final class MatchingRules implements ConstraintProvider {
  static final int ANOTHER_DAY_COST = 30;
  static final int PREFERRED_DAY_GAIN = 10;
  static final int KILOMETRES_A_POINT = 10;
  static final int ONE_DAY_GAIN = 40;
  static final int JOINED_GAIN = 40;
  static final int UNSTEADY_COST = 50;
  static final int PERMIT_COST = 50;
  static final int CALIBRATION_GAIN = 20;
  static final int UNKNOWN_COST = 8;

  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      onDuty(factory),
      present(factory),
      notBooked(factory),
      notTwice(factory),
      noConflict(factory),
      skills(factory),
      weeklyMost(factory),
      plantOpen(factory),
      plantSteady(factory),
      permit(factory),
      preferredDay(factory),
      anotherDay(factory),
      travel(factory),
      workload(factory),
      oneDay(factory),
      joined(factory),
      calibration(factory),
      promise(factory),
      helpful(factory)
    };
  }

  Constraint onDuty(ConstraintFactory factory) {
    return breach(factory, (seat, visit) -> !seat.expert().worksOn(visit.day()), Rule.ON_DUTY);
  }

  Constraint present(ConstraintFactory factory) {
    return breach(factory, (seat, visit) -> seat.expert().isAbsentOn(visit.day()), Rule.PRESENT);
  }

  Constraint notBooked(ConstraintFactory factory) {
    return breach(
        factory, (seat, visit) -> seat.expert().isBookedIn(visit.slot()), Rule.NOT_BOOKED);
  }

  Constraint notTwice(ConstraintFactory factory) {
    return seated(factory)
        .groupBy(
            (seat, visit) -> seat.expert(),
            (seat, visit) -> visit.slot(),
            ConstraintCollectors.countBi())
        .filter((expert, slot, times) -> times > 1)
        .penalize(ONE_HARD, (expert, slot, times) -> times - 1)
        .asConstraint(Rule.NOT_TWICE.name());
  }

  Constraint noConflict(ConstraintFactory factory) {
    return factory
        .forEach(Seat.class)
        .filter(Seat::isExcluded)
        .penalize(ONE_HARD)
        .asConstraint(Rule.NO_CONFLICT.name());
  }

  Constraint skills(ConstraintFactory factory) {
    return factory
        .forEach(Need.class)
        .ifNotExists(
            Seat.class,
            equal(Need::visitId, Seat::visitId),
            filtering((need, seat) -> seat.expert().can(need.skill())))
        .penalize(ONE_HARD)
        .asConstraint(Rule.SKILLS.name());
  }

  Constraint weeklyMost(ConstraintFactory factory) {
    return seated(factory)
        .groupBy(
            (seat, visit) -> seat.expert(),
            (seat, visit) -> Candidate.week(visit.day()),
            ConstraintCollectors.countBi())
        .filter((expert, week, visits) -> expert.visitsTooMany(week, visits) > 0)
        .penalize(ONE_HARD, (expert, week, visits) -> expert.visitsTooMany(week, visits))
        .asConstraint(Rule.WEEKLY_MOST.name());
  }

  Constraint plantOpen(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(VisitPlan::isClosed)
        .penalize(ONE_HARD)
        .asConstraint(Rule.PLANT_OPEN.name());
  }

  /** It can be visited, but its instruments may not measure as they do otherwise. */
  Constraint plantSteady(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(VisitPlan::isUnsteady)
        .penalize(ONE_SOFT, visit -> UNSTEADY_COST)
        .asConstraint(Rule.PLANT_STEADY.name());
  }

  Constraint permit(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(VisitPlan::isBeforePermit)
        .penalize(ONE_SOFT, visit -> PERMIT_COST)
        .asConstraint(Rule.PERMIT.name());
  }

  Constraint preferredDay(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(VisitPlan::suits)
        .reward(ONE_SOFT, visit -> PREFERRED_DAY_GAIN)
        .asConstraint(Rule.PREFERRED_DAY.name());
  }

  Constraint anotherDay(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(visit -> !visit.wish().preferredDays().isEmpty() && !visit.suits())
        .penalize(ONE_SOFT, visit -> ANOTHER_DAY_COST)
        .asConstraint(Rule.ANOTHER_DAY.name());
  }

  Constraint travel(ConstraintFactory factory) {
    return seated(factory)
        .filter((seat, visit) -> seat.expert().kilometresTo(visit) >= KILOMETRES_A_POINT)
        .penalize(ONE_SOFT, (seat, visit) -> seat.expert().kilometresTo(visit) / KILOMETRES_A_POINT)
        .asConstraint(Rule.TRAVEL.name());
  }

  /** Squares: the fifth visit of one expert costs more than the first of another. */
  Constraint workload(ConstraintFactory factory) {
    return factory
        .forEach(Seat.class)
        .groupBy(Seat::expert, ConstraintCollectors.count())
        .penalize(
            ONE_SOFT,
            (expert, seats) ->
                square(expert.bookedVisits() + seats) - square(expert.bookedVisits()))
        .asConstraint(Rule.WORKLOAD.name());
  }

  Constraint oneDay(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .join(
            VisitPlan.class,
            equal(VisitPlan::siteId),
            equal(VisitPlan::day),
            lessThan(VisitPlan::id))
        .join(Seat.class, equal((one, other) -> one.id(), Seat::visitId))
        .ifExists(
            Seat.class,
            equal((one, other, seat) -> other.id(), Seat::visitId),
            equal((one, other, seat) -> seat.expert(), Seat::expert))
        .reward(ONE_SOFT, (one, other, seat) -> ONE_DAY_GAIN)
        .asConstraint(Rule.ONE_DAY.name());
  }

  /** Decided before the search; it stands among the reasons so that the office sees it. */
  Constraint joined(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(visit -> visit.visitsSaved() > 0)
        .reward(ONE_SOFT, visit -> visit.visitsSaved() * JOINED_GAIN)
        .asConstraint(Rule.JOINED.name());
  }

  Constraint calibration(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(VisitPlan::calibrates)
        .reward(ONE_SOFT, visit -> CALIBRATION_GAIN)
        .asConstraint(Rule.CALIBRATION.name());
  }

  Constraint promise(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .filter(visit -> visit.daysAfterPromise() > 0)
        .penalize(ONE_SOFT, VisitPlan::daysAfterPromise)
        .asConstraint(Rule.PROMISE.name());
  }

  Constraint helpful(ConstraintFactory factory) {
    return factory
        .forEach(VisitPlan.class)
        .flattenLast(VisitPlan::helpful)
        .ifNotExists(
            Seat.class,
            equal(Need::visitId, Seat::visitId),
            filtering((need, seat) -> seat.expert().can(need.skill())))
        .penalize(ONE_SOFT, need -> UNKNOWN_COST)
        .asConstraint(Rule.HELPFUL.name());
  }

  private static BiConstraintStream<Seat, VisitPlan> seated(ConstraintFactory factory) {
    return factory.forEach(Seat.class).join(VisitPlan.class, equal(Seat::visitId, VisitPlan::id));
  }

  private static Constraint breach(
      ConstraintFactory factory, BiPredicate<Seat, VisitPlan> broken, Rule rule) {
    return seated(factory).filter(broken).penalize(ONE_HARD).asConstraint(rule.name());
  }

  private static int square(int value) {
    return value * value;
  }
}
