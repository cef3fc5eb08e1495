package org.tijian.analytics.scenario;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tijian.analytics.check.Material;
import org.tijian.analytics.finding.Finding;
import org.tijian.analytics.finding.Outcome;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.PlantData;

/** Runs the planted-fault set and prints what came of it, a line a scenario (docs/scenarios.md). */
public final class ScenarioTable {
  private static final long SEED = 20261128;

  private final Judge judge;

  /** What the rules say. */
  @FunctionalInterface
  public interface Judge {
    List<Finding> judge(Outlet outlet, Material material);
  }

  public ScenarioTable(Judge judge) {
    this.judge = judge;
  }

  /**
   * @param missed codes that had to come and did not
   * @param falseAlarms codes wanted of the fault that came of what only looks like it
   */
  record Row(Scenario scenario, Set<String> found, Set<String> missed, Set<String> falseAlarms) {}

  /**
   * @return whether nothing was missed and nothing raised without cause
   */
  public boolean print(PrintStream out) {
    List<Row> rows = Scenarios.all().stream().map(this::row).toList();
    out.println("| scenario | what is planted | found | look-alike | false alarms |");
    out.println("|---|---|---|---|---|");
    rows.forEach(row -> out.println(line(row)));
    long missed = rows.stream().filter(row -> !row.missed().isEmpty()).count();
    long alarms = rows.stream().filter(row -> !row.falseAlarms().isEmpty()).count();
    out.printf(
        "%n%d scenarios, %d missed; %d look-alikes with a false alarm. Seed %d.%n",
        rows.size(), missed, alarms, SEED);
    printLookAlikes(out);
    return missed == 0 && alarms == 0;
  }

  /** Everything that is said of a look-alike, whether it has to do with the fault or not. */
  private void printLookAlikes(PrintStream out) {
    out.println("\n| look-alike, 30 days | everything found |\n|---|---|");
    for (LookAlikes innocent : LookAlikes.values()) {
      Set<String> found = notMet(Scenario.MONTH, innocent.make());
      out.printf("| %s | %s |%n", innocent.what().en(), found.isEmpty() ? "nothing" : codes(found));
    }
  }

  Row row(Scenario scenario) {
    Set<String> found = notMet(scenario.days(), scenario.fault());
    Set<String> innocent = notMet(scenario.days(), scenario.lookAlike());
    Set<String> missed = new TreeSet<>(scenario.wanted());
    missed.removeAll(found);
    found.retainAll(scenario.wanted());
    innocent.retainAll(scenario.wanted());
    return new Row(scenario, found, missed, innocent);
  }

  /** Codes of what is not met; hints too, for they point as well. */
  Set<String> notMet(int days, Consumer<Plant> plan) {
    Plant plant = new Plant(days, SEED);
    plan.accept(plant);
    Outlet outlet = plant.outlet();
    Material material =
        new Material(
                outlet.id(),
                plant.at(days - Scenario.MONTH, 0),
                plant.until(),
                new PlantReadings(plant),
                List.of())
            .convertedTo(outlet.referenceOxygen())
            .beside(PlantData.of(outlet));
    return judge.judge(outlet, material).stream()
        .filter(finding -> finding.outcome() instanceof Outcome.NotMet)
        .map(Finding::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(Row row) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            row.scenario().id(),
            row.scenario().what().en(),
            row.missed().isEmpty()
                ? codes(row.found())
                : codes(row.found()) + " **missed** " + codes(row.missed()),
            row.scenario().innocent().en(),
            row.falseAlarms().isEmpty() ? "none" : "**" + codes(row.falseAlarms()) + "**");
  }

  private static String codes(Set<String> codes) {
    return codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(" "));
  }
}
