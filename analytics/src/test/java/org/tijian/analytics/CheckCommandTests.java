package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {
  private static final String OUTLET =
      """
      outlet: DA001
      medium: gas
      instruments:
        - factor: a21026
          design: extractive
          automatic-calibration: true
          full-scale: { value: 200, unit: mg/m3 }
          span-gas: { value: 160, unit: mg/m3 }
      """;

  private static final LocalDateTime NOON = LocalDateTime.parse("2026-10-20T12:00:00");
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void files() throws IOException {
    write("outlet.yaml", OUTLET);
    List<String> lines = new ArrayList<>(List.of("time,a21026-Avg,a21026-Flag"));
    for (int minute = 0; minute < 48 * 60; minute++) {
      lines.add("%s,20.5,N".formatted(NOON.plusMinutes(minute).format(WRITTEN)));
    }
    write("readings.csv", String.join("\n", lines) + "\n");
  }

  @Test
  void aDriftBeyondTheLimitIsToldWithItsWorking() throws IOException {
    write(
        "gas.csv",
        """
        time,factor,gas,before,after
        2026-10-20 13:00,a21026,zero,0.4,0
        2026-10-21 13:00,a21026,zero,12.0,0
        2026-10-21 13:05,a21026,span,161,160
        """);

    int code = check("--calibrations", file("gas.csv"), "--language", "en");

    assertThat(code).isZero();
    assertThat(said())
        .contains("To improve")
        .contains("HJ 75-2017")
        .contains("6 %FS")
        .containsPattern("(?m)^    Formula: ")
        .containsPattern("(?m)^    How sure: ");
  }

  @Test
  void programsGetTheSameAsJson() throws IOException {
    write(
        "gas.csv",
        """
        time,factor,gas,before
        2026-10-20 13:00,a21026,zero,12.0
        """);

    check("--calibrations", file("gas.csv"), "--format", "json", "--standards", "HJ75-2017");

    JsonNode root = JsonMapper.shared().readTree(said());
    assertThat(root.path("from").asString()).isEqualTo("2026-10-20T04:00:00Z");
    assertThat(root.path("findings"))
        .isNotEmpty()
        .allMatch(each -> each.at("/rule/standard").asString().equals("HJ 75-2017"))
        .filteredOn(each -> each.at("/outcome").asString().equals("not-met"))
        .anySatisfy(
            each -> {
              assertThat(each.at("/basis/found/value").asDouble()).isEqualTo(6);
              assertThat(each.at("/working/zh").asString()).contains("公式");
            });
  }

  @Test
  void aPageDrawsTheDriftAndEscapesWhatFilesSay() throws IOException {
    write("outlet.yaml", OUTLET.replace("DA001", "\"<b>DA001</b>\""));
    write("gas.csv", "time,factor,gas,before\n2026-10-20 13:00,a21026,zero,1.0\n");

    check("--calibrations", file("gas.csv"), "--format", "html");

    assertThat(said())
        .startsWith("<!doctype html><html lang=\"zh-CN\">")
        .contains("<polyline", "<circle", "&lt;b&gt;DA001&lt;/b&gt;")
        .doesNotContain("<b>DA001");
  }

  @Test
  void pairsAreOneTestWhereFactorDayAndLaboratoryAgree() throws IOException {
    StringBuilder pairs = new StringBuilder("factor,tested-on,laboratory,unit,reference,monitor\n");
    for (int i = 0; i < 9; i++) {
      pairs.append("a21026,2026-10-21,Laboratory A,mg/m3,%d,%d\n".formatted(100 + i, 130 + i));
    }
    write("pairs.csv", pairs.toString());

    check("--accuracy", file("pairs.csv"), "--format", "json");

    assertThat(JsonMapper.shared().readTree(said()).path("findings"))
        .filteredOn(each -> each.at("/rule/id").asString().contains("accura"))
        .isNotEmpty()
        .anyMatch(each -> each.at("/basis/readings").asInt() == 9);
  }

  @Test
  void nothingAfterTheDayAskedForIsLookedAt() throws IOException {
    check("--at", "2026-10-20", "--format", "json");

    assertThat(JsonMapper.shared().readTree(said()).path("until").asString())
        .isEqualTo("2026-10-20T16:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time,a21026-Avg\\n2026-10-20 12:00,x | readings.csv:2: column 'a21026-Avg' 'x' is no number
          time,a21026-Avg\\n2026-10-20 12:00,NaN | readings.csv:2: column 'a21026-Avg' 'NaN' is no number
          time,a21026-Avg\\n20.10.2026,1 | readings.csv:2: column 'time' '20.10.2026' is no time
          time,a21026-Avg\\n2026-10-20 12:00,1\\n2026-10-20 12:00,1 | readings.csv:3: column 'time' is not later
          time,a21026-Avg\\n2026-10-20 12:00 | readings.csv:2: has 1 values for 2 columns
          time,a21026 | readings.csv:1: column 'a21026' is neither time nor CODE-Avg nor CODE-Flag
          time,a21026-Flag | readings.csv:1: column 'a21026-Flag' stands without a21026-Avg
          a21026-Avg\\n1 | readings.csv:1: column 'time' is missing
          time,a21026-Avg,a21026-Flag\\n2026-10-20 12:00,1,NNNNN | readings.csv:2: column 'a21026-Flag' 'NNNNN' is no data mark
          time,a21026-Avg | has no readings
          """)
  void wrongReadingsAreRefusedWithTheirPlace(String content, String message) throws IOException {
    write("readings.csv", content.replace("\\n", "\n"));

    assertThat(check()).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(message);
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time,factor,gas,before\\n2026-10-20 12:00,a21026,air,1 | gas.csv:2: column 'gas' is zero or span, not 'air'
          time,factor,gas,before\\n2026-10-20 12:00,a21026,zero, | gas.csv:2: column 'before' is empty
          time,factor,gas,before,affter\\n | gas.csv:1: column 'affter' is none of
          """)
  void wrongCalibrationsAreRefusedWithTheirPlace(String content, String message)
      throws IOException {
    write("gas.csv", content.replace("\\n", "\n"));

    assertThat(check("--calibrations", file("gas.csv"))).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(message);
  }

  @Test
  void aFileOfAnotherEncodingIsNamed() throws IOException {
    Files.write(folder.resolve("readings.csv"), new byte[] {'t', (byte) 0xC4, (byte) 0xE3, 10});

    assertThat(check()).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("readings.csv: is not in UTF-8");
  }

  @Test
  void aStandardNobodyKnowsIsRefusedWithThoseThatAreKnown() {
    assertThat(check("--standards", "HJ999")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("HJ999").contains("HJ 75-2017");
  }

  @Test
  void aUnitThatIsNotThatOfTheFullScaleIsRefused() throws IOException {
    write("outlet.yaml", OUTLET.replace("value: 160, unit: mg/m3", "value: 160, unit: ppm"));

    assertThat(check()).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("outlet.yaml:8")
        .contains("span-gas");
  }

  private int check(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--outlet", file("outlet.yaml"), "--readings", file("readings.csv")));
    args.addAll(List.of(more));
    return CheckCommand.run(args.toArray(String[]::new), stream(out), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
