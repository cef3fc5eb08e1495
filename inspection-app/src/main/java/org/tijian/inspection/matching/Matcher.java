package org.tijian.inspection.matching;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.MatchAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardsoft.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.DefaultConstraintJustification;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds a plan with the solver, and says of each visit which rules had a say. The same plan and
 * time may lead to another result on a faster machine; the rules hold on every one.
 */
final class Matcher {
  private static final long SEED = 7;

  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration FOR_A_VISIT = Duration.ofMillis(50);

  /** How much worse a step may be at the start of the search; by its end only better ones count. */
  private static final String TEMPERATURE = "0hard/10soft";

  private final SolverFactory<Plan> factory;

  private Matcher(Duration time) {
    this.factory =
        SolverFactory.create(
            new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(VisitPlan.class, Seat.class)
                .withConstraintProviderClass(MatchingRules.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(SEED)
                .withPhases(search())
                .withTerminationConfig(new TerminationConfig().withSpentLimit(time)));
  }

  static Matcher within(Duration time) {
    return new Matcher(time);
  }

  /** What the product takes for so many visits; of ten seconds two are for reading and writing. */
  static Duration timeFor(int visits) {
    Duration time = FOR_A_VISIT.multipliedBy(visits);
    return time.compareTo(SHORTEST) < 0 ? SHORTEST : time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }

  private static LocalSearchPhaseConfig search() {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(
            new UnionMoveSelectorConfig()
                .withMoveSelectors(
                    new ChangeMoveSelectorConfig()
                        .withEntitySelectorConfig(new EntitySelectorConfig(Seat.class))
                        .withFilterClass(PossibleExpert.class),
                    new ChangeMoveSelectorConfig()
                        .withEntitySelectorConfig(new EntitySelectorConfig(VisitPlan.class))
                        .withFilterClass(PossibleSlot.class),
                    new SwapMoveSelectorConfig()
                        .withEntitySelectorConfig(new EntitySelectorConfig(Seat.class))))
        .withAcceptorConfig(
            new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(TEMPERATURE))
        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
  }

  /**
   * Begins with what a careful person would do, so that the result is never worse than that.
   *
   * @param progress is told the score of each better plan
   */
  Plan solve(Plan plan, Consumer<HardSoftScore> progress) {
    Greedy.fill(plan);
    Solver<Plan> solver = factory.buildSolver();
    solver.addEventListener(event -> progress.accept((HardSoftScore) event.getNewBestScore()));
    return solver.solve(plan);
  }

  HardSoftScore score(Plan plan) {
    return Objects.requireNonNull(manager().update(plan), "a plan always has a score");
  }

  /** Points of each rule for each visit: negative ones cost, and of a hard rule count breaches. */
  Map<UUID, Map<Rule, Integer>> reasons(Plan plan) {
    Map<UUID, Map<Rule, Integer>> reasons = new HashMap<>();
    plan.visits().forEach(visit -> reasons.put(visit.id(), new EnumMap<>(Rule.class)));
    Map<Candidate, List<UUID>> visitsOf = visitsOf(plan);
    for (ConstraintAnalysis<HardSoftScore> each :
        manager().analyze(plan).constraintMap().values()) {
      Rule rule = Rule.of(each.constraintRef().constraintName());
      for (MatchAnalysis<HardSoftScore> match : each.matches()) {
        List<UUID> visits = visits(match, visitsOf, plan);
        int points = rule.isHard() ? match.score().hardScore() : match.score().softScore();
        // A rule that speaks of an expert, or of two visits, speaks of all of them with their
        // share.
        int share = rule.isHard() ? points : points / Math.max(1, visits.size());
        visits.forEach(
            visit ->
                reasons
                    .computeIfAbsent(visit, id -> new EnumMap<>(Rule.class))
                    .merge(rule, share, Integer::sum));
      }
    }
    return reasons;
  }

  private SolutionManager<Plan, HardSoftScore> manager() {
    return SolutionManager.create(factory);
  }

  private static Map<Candidate, List<UUID>> visitsOf(Plan plan) {
    Map<Candidate, List<UUID>> visits = new HashMap<>();
    plan.seats()
        .forEach(
            seat ->
                visits.computeIfAbsent(seat.expert(), e -> new ArrayList<>()).add(seat.visitId()));
    return visits;
  }

  private static List<UUID> visits(
      MatchAnalysis<HardSoftScore> match, Map<Candidate, List<UUID>> visitsOf, Plan plan) {
    List<Object> facts = ((DefaultConstraintJustification) match.justification()).getFacts();
    Object first = facts.get(0);
    if (first instanceof VisitPlan) {
      return facts.stream()
          .filter(VisitPlan.class::isInstance)
          .map(visit -> ((VisitPlan) visit).id())
          .toList();
    }
    if (first instanceof Seat seat) {
      return List.of(seat.visitId());
    }
    if (first instanceof Need need) {
      return List.of(need.visitId());
    }
    List<UUID> all = visitsOf.getOrDefault((Candidate) first, List.of());
    return facts.size() < 2 || facts.get(1) instanceof Integer && facts.size() == 2
        ? all
        : all.stream().filter(visit -> isWithin(facts.get(1), visit, plan)).toList();
  }

  /** Of the visits of an expert, those in the slot or week that a rule found too full. */
  private static boolean isWithin(Object slotOrWeek, UUID visit, Plan plan) {
    Slot slot =
        plan.visits().stream().filter(v -> v.id().equals(visit)).findFirst().orElseThrow().slot();
    return slotOrWeek.equals(slot) || slotOrWeek.equals(Candidate.week(slot.day()));
  }
}
