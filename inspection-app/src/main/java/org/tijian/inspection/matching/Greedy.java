package org.tijian.inspection.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a careful person does with a list and a calendar: the earliest promise first, the first slot
 * in which a team can be put together, the nearest fitting experts. What the solver is held
 * against.
 */
final class Greedy {
  private final Plan plan;
  private final Map<Candidate, Set<Slot>> taken = new HashMap<>();
  private final Map<Candidate, Map<Integer, Integer>> inWeek = new HashMap<>();

  private Greedy(Plan plan) {
    this.plan = plan;
  }

  /** Fills the plan; what fits nowhere is put into the first slot with whoever is nearest. */
  static void fill(Plan plan) {
    Greedy greedy = new Greedy(plan);
    plan.visits().stream()
        .sorted(
            Comparator.comparing((VisitPlan visit) -> visit.wish().promisedBy())
                .thenComparing(VisitPlan::id))
        .forEach(greedy::place);
  }

  private void place(VisitPlan visit) {
    List<Seat> seats = visit.seats();
    Optional<Slot> slot =
        slots(visit).stream().filter(s -> team(visit, s, seats.size()).isPresent()).findFirst();
    visit.place(slot.orElse(plan.slots().get(0)));
    List<Candidate> team =
        team(visit, visit.slot(), seats.size())
            .orElseGet(() -> nearest(visit).subList(0, seats.size()));
    for (int i = 0; i < seats.size(); i++) {
      Candidate expert = team.get(i);
      seats.get(i).take(expert);
      taken.computeIfAbsent(expert, e -> new HashSet<>()).add(visit.slot());
      inWeek
          .computeIfAbsent(expert, e -> new HashMap<>())
          .merge(Candidate.week(visit.day()), 1, Integer::sum);
    }
  }

  /** Days that suit the enterprise first, then all in order of time. */
  private List<Slot> slots(VisitPlan visit) {
    return plan.slots().stream()
        .filter(slot -> !visit.wish().closedDays().contains(slot.day()))
        .sorted(
            Comparator.comparing((Slot slot) -> !visit.wish().preferredDays().contains(slot.day()))
                .thenComparing(slot -> visit.wish().unsteadyDays().contains(slot.day()))
                .thenComparing(Slot::day)
                .thenComparing(Slot::half))
        .toList();
  }

  private Optional<List<Candidate>> team(VisitPlan visit, Slot slot, int size) {
    Set<String> missing = new HashSet<>(visit.wish().skills());
    List<Candidate> free =
        nearest(visit).stream().filter(expert -> isFree(expert, visit, slot)).toList();
    List<Candidate> team = new ArrayList<>();
    while (team.size() < size) {
      Optional<Candidate> next =
          free.stream()
              .filter(expert -> !team.contains(expert))
              .max(
                  Comparator.comparingLong(expert -> missing.stream().filter(expert::can).count()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      team.add(next.get());
      missing.removeIf(next.get()::can);
    }
    return missing.isEmpty() ? Optional.of(team) : Optional.empty();
  }

  private boolean isFree(Candidate expert, VisitPlan visit, Slot slot) {
    int week = Candidate.week(slot.day());
    int planned = inWeek.getOrDefault(expert, Map.of()).getOrDefault(week, 0);
    return !visit.wish().excluded().contains(expert.id())
        && expert.isFreeIn(slot)
        && !taken.getOrDefault(expert, Set.of()).contains(slot)
        && expert.visitsTooMany(week, planned + 1) == 0;
  }

  private List<Candidate> nearest(VisitPlan visit) {
    return plan.candidates().stream()
        .sorted(Comparator.comparingInt(expert -> expert.kilometresTo(visit)))
        .toList();
  }
}
