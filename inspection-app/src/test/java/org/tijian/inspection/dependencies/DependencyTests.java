package org.tijian.inspection.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every library is pinned to one version, and none of those that are known to be bad is among them.
 * Asks no registry: what is known to be bad stands in a file of ours.
 */
class DependencyTests {
  private static final Pattern ARTIFACT =
      Pattern.compile(".*/repository/(?<group>.+)/(?<name>[^/]+)/(?<version>[^/]+)/[^/]+\\.jar");
  private static final Path ROOT = root();

  /**
   * @param before the first version that is mended
   */
  private record KnownBad(String artifact, String before, String why) {}

  @Test
  void noKnownBadVersionIsOnTheClassPath() throws IOException {
    Map<String, String> present = artifacts();
    assertThat(present)
        .containsKeys("org.postgresql:postgresql", "org.bouncycastle:bcprov-jdk18on");

    assertThat(knownBad())
        .isNotEmpty()
        .allSatisfy(
            bad ->
                assertThat(isBefore(present.getOrDefault(bad.artifact(), "999"), bad.before()))
                    .as("%s %s: %s", bad.artifact(), present.get(bad.artifact()), bad.why())
                    .isFalse());
  }

  @Test
  void everyLibraryIsAReleaseOfOneVersion() throws IOException {
    assertThat(artifacts().values()).noneMatch(version -> version.endsWith("-SNAPSHOT"));
    try (Stream<Path> poms =
        Stream.of("", "analytics", "gateway", "inspection-app")
            .map(module -> ROOT.resolve(module).resolve("pom.xml"))) {
      assertThat(poms.map(DependencyTests::read))
          .hasSize(4)
          .noneMatch(Pattern.compile("<[a-z.-]*version>\\s*[\\[(]").asPredicate())
          .noneMatch(Pattern.compile("version>(LATEST|RELEASE)<").asPredicate());
    }
  }

  @Test
  void everyPackageOfThePagesIsPinnedAndHashed() {
    Path web = ROOT.resolve("inspection-app/web");
    JsonNode wanted = JsonMapper.shared().readTree(read(web.resolve("package.json")));
    JsonNode locked = JsonMapper.shared().readTree(read(web.resolve("package-lock.json")));

    assertThat(wanted.path("dependencies").valueStream().map(JsonNode::asString))
        .isNotEmpty()
        .allMatch(version -> version.matches("\\d+\\.\\d+\\.\\d+"));
    assertThat(locked.path("packages").propertyStream().filter(each -> !each.getKey().isEmpty()))
        .isNotEmpty()
        .allMatch(each -> each.getValue().path("integrity").asString("").startsWith("sha512-"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.8, 1.2.9, true",
    "1.2.9, 1.2.9, false",
    "1.2.10, 1.2.9, false",
    "42.7, 42.7.2, true",
    "2.0-rc1, 2.0.1, true",
    "999, 2.0, false"
  })
  void versionsAreComparedAsNumbers(String version, String other, boolean before) {
    assertThat(isBefore(version, other)).isEqualTo(before);
  }

  /** Group and name of every library on the class path, with its version. */
  private static Map<String, String> artifacts() {
    Map<String, String> found = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Matcher artifact = ARTIFACT.matcher(entry.replace('\\', '/'));
      if (artifact.matches() && !artifact.group("group").startsWith("org/tijian")) {
        found.put(
            artifact.group("group").replace('/', '.') + ":" + artifact.group("name"),
            artifact.group("version"));
      }
    }
    return found;
  }

  private static List<KnownBad> knownBad() throws IOException {
    return Files.readAllLines(
            ROOT.resolve("inspection-app/src/test/resources/dependencies/known-bad.csv"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(", ", 3))
        .map(fields -> new KnownBad(fields[0], fields[1], fields[2]))
        .toList();
  }

  private static boolean isBefore(String version, String other) {
    int[] left = numbers(version);
    int[] right = numbers(other);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int difference = at(left, i) - at(right, i);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static int at(int[] numbers, int index) {
    return index < numbers.length ? numbers[index] : 0;
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("-", 2)[0].split("\\."))
        .filter(part -> part.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Tests are run in the directory of their module. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("inspection-app") ? here.getParent() : here;
  }
}
