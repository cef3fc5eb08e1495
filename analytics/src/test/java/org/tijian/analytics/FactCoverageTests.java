package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.standard.Rule;
import org.tijian.analytics.standard.RuleBook;

/**
 * Every fact about the standards that is known is a rule or a calculation, or it is said why not.
 */
class FactCoverageTests {
  private static final String NOT = "not: ";
  private static final String CALCULATE = "calculate:";
  private static final RuleBook RULES = RuleBook.builtIn(Analytics.forms());

  private record Fact(String id, String coveredBy) {}

  private static List<Fact> facts() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/facts.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 2))
        .map(cells -> new Fact(cells[0], cells[1]))
        .toList();
  }

  @Test
  void everyFactIsARuleOrACalculationOrAReasonThatIsWrittenDown() throws IOException {
    String rules = Files.readString(Path.of("../docs/rules.md")).replaceAll("\\s+", " ");
    String calculations = Files.readString(Path.of("../docs/calculate.md"));

    assertThat(facts()).hasSize(430).extracting(Fact::id).doesNotHaveDuplicates();
    for (Fact fact : facts()) {
      String by = fact.coveredBy();
      if (by.startsWith(NOT)) {
        assertThat(rules).as(fact.id()).contains(by.substring(NOT.length()));
      } else if (by.startsWith(CALCULATE)) {
        assertThat(calculations).as(fact.id()).contains(by.substring(CALCULATE.length()));
      } else {
        assertThat(by.split(" "))
            .as(fact.id())
            .allSatisfy(id -> assertThat(RULES.rule(id)).as(id).isPresent());
      }
    }
  }

  /**
   * A rule from elsewhere is told apart, so that nobody takes it for one of the collected facts.
   */
  @Test
  void rulesThatComeFromNoFactOfTheListAreFew() throws IOException {
    List<String> covered =
        facts().stream()
            .flatMap(fact -> Arrays.stream(fact.coveredBy().split(" ")))
            .collect(Collectors.toList());

    assertThat(RULES.rules())
        .extracting(Rule::id)
        .filteredOn(id -> !covered.contains(id))
        .allMatch(
            id -> id.matches("(hj212-2025|hj477-2009|practice|screens)\\..*|hj75-2017.minute-.*"));
  }
}
