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

/** What is given to the check beside the readings: line, log and papers, comparisons, settings. */
class DossierFilesTests {
  private static final LocalDateTime START = LocalDateTime.parse("2026-10-20T00:00:00");
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @BeforeEach
  void files() throws IOException {
    write(
        "outlet.yaml",
        """
        outlet: DA001
        medium: gas
        operation: third-party
        instruments:
          - factor: a21026
            design: extractive
            automatic-calibration: true
            full-scale: { value: 200, unit: mg/m3 }
            span-gas: { value: 160, unit: mg/m3 }
        """);
    List<String> lines = new ArrayList<>(List.of("time,a21026-Avg"));
    for (int minute = 0; minute < 12 * 1440; minute += 10) {
      lines.add("%s,20.5".formatted(START.plusMinutes(minute).format(WRITTEN)));
    }
    write("readings.csv", String.join("\n", lines) + "\n");
  }

  @Test
  void everyFileGivesItsFindings() throws IOException {
    write("line.csv", "day,drops,longest-drop-minutes\n2026-10-21,4,3\n");
    write(
        "log.csv",
        """
        kind,factor,from,until,value,reference,unit
        inspection,,2026-10-22,,,,
        gas-certificate,a21026,2025-10-20,2026-10-25,,,
        response-time,a21026,2026-10-21 10:00,,180,,s
        """);
    write("three.csv", "time,factor,analyser,logger\n2026-10-21 10:00,a21026,20,20.3\n");
    write("settings.csv", "name,filed,time,reported\nslope,1.00,2026-10-21 10:00,1.05\n");

    int code =
        check(
            "--link",
            file("line.csv"),
            "--records",
            file("log.csv"),
            "--side-by-side",
            file("three.csv"),
            "--parameters",
            file("settings.csv"));

    assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    JsonNode root = JsonMapper.shared().readTree(out.toByteArray());
    List<String> said = new ArrayList<>();
    root.path("findings")
        .forEach(f -> said.add(f.path("code").asString() + " " + f.path("outcome").asString()));
    assertThat(said)
        .contains(
            "hj75-2017.networking.drops not-met",
            "hj75-2017.networking.reconnect met",
            "hj75-2017.inspection-interval not-met",
            "hj75-2017.standard-gas.in-date:a21026 not-met",
            "hj75-2017.response-time.gas:a21026 met",
            "guide-2012.analyser-logger not-met",
            "regulation.parameters not-met");
  }

  @Test
  void aDriftThatGrowsIsForecastAndDrawn() throws IOException {
    List<String> lines = new ArrayList<>(List.of("time,factor,gas,before,after"));
    for (int day = 0; day < 12; day++) {
      String at = START.plusDays(day).plusHours(8).format(WRITTEN);
      lines.add("%s,a21026,zero,%s,0".formatted(at, 0.4 * day + (day % 2) * 0.1));
    }
    write("gas.csv", String.join("\n", lines) + "\n");

    assertThat(check("--calibrations", file("gas.csv"), "--language", "en", "--format", "html"))
        .isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("the zero drift reaches ±2.5 %FS within")
        .contains("stroke-dasharray=\"8 4\"", "95 % prediction interval (dotted)");
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          convention, hours
          detection,  23
          last-pass,  48
          """)
  void fromWhenOutOfControlCountsIsASetting(String convention, int hours) throws IOException {
    List<String> minutes = new ArrayList<>(List.of("time,a21026-Avg"));
    for (int minute = 0; minute < 4 * 1440; minute++) {
      minutes.add("%s,20.5".formatted(START.plusMinutes(minute).format(WRITTEN)));
    }
    write("readings.csv", String.join("\n", minutes) + "\n");
    write(
        "gas.csv",
        """
        time,factor,gas,before,after
        2026-10-20 08:00,a21026,zero,0.1,0.1
        2026-10-21 09:00,a21026,zero,12,12
        2026-10-22 08:00,a21026,zero,12,12
        """);

    check("--calibrations", file("gas.csv"), "--out-of-control", convention, "--format", "json");

    JsonNode findings = JsonMapper.shared().readTree(out.toByteArray()).path("findings");
    for (JsonNode finding : findings) {
      if (finding.path("code").asString().equals("hj75-2017.out-of-control-hours.gas:a21026")) {
        assertThat(finding.path("basis").path("found").path("value").asInt()).isEqualTo(hours);
        return;
      }
    }
    throw new AssertionError("not judged");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --records | kind,from\\nvisit,2026-10-20 | given.csv:2: column 'kind' is none of [inspection,
          --records | kind,from,until\\nfault,2026-10-20,2026-10-19 | given.csv:2: column 'until' is before 'from'
          --records | kind,from,value\\nresponse-time,2026-10-20,180 | given.csv:2: column 'value' has no unit
          --records | kind,from\\nfault,20.10. | given.csv:2: column 'from' '20.10.' is no time
          --link | day,drops\\n2026-10-20,1.5 | given.csv:2: column 'drops' is no count
          --link | day,enciphered\\n2026-10-20,1 | given.csv:2: column 'enciphered' is yes or no
          --link | date,drops\\n2026-10-20,1 | given.csv:1: column 'date' is none of
          --side-by-side | time,factor,analyser\\n2026-10-20 10:00,,1 | given.csv:2: column 'factor' is empty
          --parameters | name,filed,time\\n | given.csv:1: column 'reported' is missing
          """)
  void wrongFilesAreRefusedWithTheirPlace(String option, String content, String message)
      throws IOException {
    write("given.csv", content.replace("\\n", "\n"));

    assertThat(check(option, file("given.csv"))).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(message);
  }

  private int check(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("--outlet", file("outlet.yaml"), "--readings", file("readings.csv")));
    args.addAll(List.of(more));
    if (!args.contains("--format")) {
      args.addAll(List.of("--format", "json"));
    }
    return CheckCommand.run(args.toArray(String[]::new), stream(out), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
