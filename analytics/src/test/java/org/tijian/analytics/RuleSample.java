package org.tijian.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Inputs of a rule and the outcome they must have, from a file named {@code <rule>.<outcome>.csv}.
 *
 * @param settings words of the first line, {@code # key=value key=value}
 * @param rows values by column
 */
record RuleSample(
    String rule, String outcome, Map<String, String> settings, List<Map<String, String>> rows) {

  static List<RuleSample> all() {
    Path packs = Path.of("src/main/resources/standards");
    try (Stream<Path> files = Files.walk(packs)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .filter(file -> !file.toString().endsWith(".samples.csv"))
          .sorted()
          .map(RuleSample::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return rule + "." + outcome;
  }

  String setting(String key) {
    String value = settings.get(key);
    if (value == null) {
      throw new IllegalArgumentException("%s does not set %s".formatted(this, key));
    }
    return value;
  }

  private static RuleSample read(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
    int dot = name.lastIndexOf('.');
    List<String> lines = new ArrayList<>(lines(file));
    Map<String, String> settings =
        lines.get(0).startsWith("#") ? settings(lines.remove(0)) : Map.of();
    String[] columns = lines.remove(0).split(",");
    List<Map<String, String>> rows = lines.stream().map(line -> row(columns, line)).toList();
    return new RuleSample(name.substring(0, dot), name.substring(dot + 1), settings, rows);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(String line) {
    Map<String, String> settings = new HashMap<>();
    for (String word : line.substring(1).strip().split(" +")) {
      settings.put(word.split("=")[0], word.split("=")[1]);
    }
    return settings;
  }

  private static Map<String, String> row(String[] columns, String line) {
    String[] values = line.split(",", -1);
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], values[i]);
    }
    return row;
  }
}
