package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tijian.analytics.standard.Provenance;
import org.tijian.analytics.standard.Rule;

/** The table of docs/rules.md tells what the book holds. */
class DocumentedRulesTests {
  private static final List<Rule> RULES = Analytics.withBuiltInRules().rules();
  private static final Path DOCUMENT = Path.of("../docs/rules.md");

  @Test
  void theTableNamesEveryStandardWithItsRules() throws IOException {
    List<List<String>> rows = rows();

    assertThat(rows.stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(RULES.stream().map(Rule::standard).distinct().toList());
    for (List<String> row : rows) {
      List<Rule> rules = RULES.stream().filter(rule -> rule.standard().equals(row.get(0))).toList();
      assertThat(row).isEqualTo(row(row.get(0), rules));
    }
  }

  @Test
  void itsLastLineIsTheSum() throws IOException {
    assertThat(Files.readString(DOCUMENT))
        .contains("| " + String.join(" | ", row("**all**", RULES)) + " |");
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.matches("\\| .* \\|( \\d+ \\|){8}"))
        .filter(line -> !line.contains("**all**"))
        .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }

  private static List<String> row(String name, List<Rule> rules) {
    long manual = rules.stream().filter(Rule::isManual).count();
    List<String> row = new java.util.ArrayList<>(List.of(name));
    row.add(String.valueOf(rules.size()));
    row.add(String.valueOf(rules.size() - manual));
    row.add(String.valueOf(manual));
    for (Provenance provenance : Provenance.values()) {
      row.add(String.valueOf(rules.stream().filter(r -> r.provenance() == provenance).count()));
    }
    return row;
  }
}
