package org.tijian.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The product's language knows advice, improvement items and suspected problems, and not one word
 * of sanctions (T-39). Only the terms may use such words, to say what a check-up is not.
 */
class VocabularyTests {
  // Spelled in pieces, so that this file does not find itself. Exceptions of libraries carry the
  // word in their names.
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "viol"
              + "ation(?!Exception)|penal"
              + "t|evid"
              + "ence|offen"
              + "der|违"
              + "法|违"
              + "规|处"
              + "罚|罚"
              + "款|取"
              + "证",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

  private static final Set<String> KINDS =
      Set.of("java", "yaml", "yml", "ts", "tsx", "css", "html", "sql", "json", "properties", "sh");
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path TERMS =
      ROOT.resolve("inspection-app/src/main/resources/terms").normalize();

  /** The accessibility checker's library names its result with one of the words. */
  private static final Path AXE = ROOT.resolve("inspection-app/web/e2e/tijian.ts").normalize();

  @Test
  void noWordOfSanctionsStandsInCodeRulesOrScreens() throws IOException {
    assertThat(found(FORBIDDEN)).isEmpty();
  }

  @Test
  void nothingIsMarkedUnfinished() throws IOException {
    assertThat(found(UNFINISHED)).isEmpty();
  }

  @Test
  void theSearchSeesTheFilesItGuards() throws IOException {
    try (Stream<Path> files = guarded()) {
      assertThat(files.map(file -> ROOT.relativize(file).toString().replace('\\', '/')))
          .contains(
              "inspection-app/web/src/api/types.ts",
              "gateway/src/main/java/org/tijian/gateway/package-info.java")
          .anyMatch(name -> name.startsWith("analytics/src/main/resources/standards/"))
          .anyMatch(name -> name.startsWith("inspection-app/src/main/resources/checklist/"))
          .hasSizeGreaterThan(150);
    }
    assertThat(FORBIDDEN.matcher("a penal" + "ty").find()).isTrue();
  }

  private static List<String> found(Pattern words) throws IOException {
    try (Stream<Path> files = guarded()) {
      return files.flatMap(file -> lines(file, words)).toList();
    }
  }

  private static Stream<Path> guarded() throws IOException {
    return Files.walk(ROOT)
        .filter(Files::isRegularFile)
        .filter(file -> !file.startsWith(TERMS) && !file.equals(AXE))
        .filter(file -> KINDS.contains(extension(file)))
        .filter(file -> isOurs(ROOT.relativize(file)));
  }

  private static boolean isOurs(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (Set.of(
              "target",
              "node_modules",
              "dist",
              ".git",
              ".tijian",
              "test-results",
              "package-lock.json")
          .contains(name)) {
        return false;
      }
    }
    // Frames and oracle values as other people recorded them.
    return !relative.toString().contains("src/test/resources");
  }

  private static Stream<String> lines(Path file, Pattern words) {
    try {
      List<String> lines = Files.readAllLines(file);
      return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
          .filter(i -> words.matcher(lines.get(i)).find())
          .map(
              i -> {
                Matcher matcher = words.matcher(lines.get(i));
                matcher.find();
                return "%s:%d %s".formatted(ROOT.relativize(file), i + 1, matcher.group());
              });
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
