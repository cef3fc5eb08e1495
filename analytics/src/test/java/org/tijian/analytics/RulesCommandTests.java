package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCommandTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void listsEveryRuleWithHowItIsJudged() {
    assertThat(run()).isZero();

    assertThat(text(out))
        .contains("HJ 75-2017 (", "hj75-2017.zero-drift.gas [自动，提示] 气体分析仪零点漂移；限值 2.5 %FS")
        .contains("regulation.restore-48h [检查项] ")
        .endsWith("合计：%d 条规则\n".formatted(Analytics.withBuiltInRules().rules().size()));
  }

  @Test
  void listsThemAsJsonWithLimitsAndProvenance() {
    assertThat(run("--format", "json")).isZero();

    JsonNode rules = JsonMapper.shared().readTree(text(out));
    assertThat(rules.size()).isEqualTo(Analytics.withBuiltInRules().rules().size());
    JsonNode first = rules.path(0);
    assertThat(first.path("id").asString()).isEqualTo("hj75-2017.zero-drift.gas");
    assertThat(first.path("provenance").asString()).isEqualTo("unverified");
    assertThat(first.path("clause").isNull()).isTrue();
    assertThat(first.path("limits").path(0).path("unit").asString()).isEqualTo("%FS");
  }

  @Test
  void tellsOfAnOutletWhatSpeaksOfItAndWhy() throws IOException {
    assertThat(run("--outlet", outlet("extractive"), "--language", "en")).isZero();

    assertThat(text(out))
        .contains(
            """
              hj75-2017.calibration-interval.gas.extractive [judged, hint] Calibration interval of \
            extractive gas analysers without automatic calibration; limit 7 d (a21026)
                  because: rules of: China, medium: waste gas, no automatic calibration, extractive
            """)
        .contains("Cannot tell, the description lacks something", "fuel is not described");
  }

  @Test
  void tellsItAsJsonWithTheLimitOfTheDay() throws IOException {
    String file = outlet("extractive");
    assertThat(run("--outlet", file, "--format", "json", "--at", "2017-06-01")).isZero();

    JsonNode all = JsonMapper.shared().readTree(text(out));
    JsonNode old = one(all, "hjt75-2007.online-rate");
    assertThat(old.path("applies").asString()).isEqualTo("yes");
    assertThat(old.path("limit").path("value").asDouble()).isEqualTo(90);
    assertThat(one(all, "hj75-2017.online-rate").path("applies").asString()).isEqualTo("no");
  }

  @Test
  void namesLineAndFieldOfAFileItCannotRead() throws IOException {
    String file = outlet("suction");

    assertThat(run("--outlet", file)).isEqualTo(2);

    assertThat(text(errors)).startsWith(file + ":4, instruments[0]: 'design' is none of ");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheArguments() {
    assertThat(run("--outlets", "x")).isEqualTo(2);
    assertThat(run("--at", "soon")).isEqualTo(2);
    assertThat(run("--format", "xml")).isEqualTo(2);
    assertThat(run("--outlet")).isEqualTo(2);
    assertThat(run("--outlet", folder.resolve("none.yaml").toString())).isEqualTo(2);

    assertThat(text(errors))
        .contains("rules does not know --outlets", "--at is no date like 2026-11-24: soon")
        .contains("--format is json or text, not xml", "--outlet needs a value", "is not there");
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();

    assertThat(text(out)).startsWith("Usage: ./tijian rules");
  }

  private int run(String... args) {
    return RulesCommand.run(args, LocalDate.of(2026, 11, 24), stream(out), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String outlet(String design) throws IOException {
    Path file = folder.resolve("outlet.yaml");
    Files.writeString(
        file,
        """
        outlet: DA001
        medium: gas
        instruments:
        - { factor: a21026, design: %s, automatic-calibration: false }
        """
            .formatted(design));
    return file.toString();
  }

  private static JsonNode one(JsonNode all, String id) {
    for (JsonNode each : all) {
      if (each.path("id").asString().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id + " is not there");
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
