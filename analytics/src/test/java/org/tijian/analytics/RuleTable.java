package org.tijian.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Samples of the rules of one pack, {@code <theme>.samples.csv} beside {@code <theme>.yaml}: rule,
 * input, outcome. How an input is written depends on the check; see {@link RowJudge}.
 */
record RuleTable(String file, List<Row> rows) {
  private static final Path PACKS = Path.of("src/main/resources/standards");

  record Row(String rule, String input, String outcome) {}

  static List<RuleTable> all() {
    try (Stream<Path> files = Files.walk(PACKS)) {
      return files
          .filter(file -> file.toString().endsWith(".samples.csv"))
          .sorted()
          .map(RuleTable::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> rules() {
    return rows.stream().map(Row::rule).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return file;
  }

  private static RuleTable read(Path file) {
    try {
      List<Row> rows =
          Files.readAllLines(file).stream()
              .skip(1)
              .map(line -> line.split(",", -1))
              .map(cells -> new Row(cells[0], cells[1], cells[2]))
              .toList();
      return new RuleTable(PACKS.relativize(file).toString(), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
