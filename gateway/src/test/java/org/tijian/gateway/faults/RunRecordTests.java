package org.tijian.gateway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTests {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void everyRunHasItsLineAndAllTogetherATotal() {
    RunRecord record = new RunRecord(out, null);

    record.begin("--runs 2 --seed 7");
    record.add(good(7));
    record.add(Outcome.brokenOff(8, "kill-gateway", "no gateway"));
    record.summarise();

    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("seed 7 ").doesNotContain("NOT GOOD"),
            line -> assertThat(line).startsWith("seed 8 ").contains("NOT GOOD", "no gateway"),
            line ->
                assertThat(line)
                    .startsWith("2 runs, seeds 7 to 8: sent 12, acknowledged 10, lost 0")
                    .contains("not good 1"));
  }

  @Test
  void seedsAreKeptBehindThoseOfEarlierLaboratories(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("runs.txt");

    for (long seed = 3; seed <= 4; seed++) {
      RunRecord record = new RunRecord(out, file);
      record.begin(Options.of(new String[] {"--runs", "1", "--seed", "" + seed}).words());
      record.add(good(seed));
      record.summarise();
    }

    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .endsWith("--runs 1 --seed 3 --shortest 0 --longest 3 --broker embedded"),
            line -> assertThat(line).startsWith("seed 3 "),
            line -> assertThat(line).startsWith("# 1 runs, seeds 3 to 3"),
            line -> assertThat(line).startsWith("# "),
            line -> assertThat(line).startsWith("seed 4 "),
            line -> assertThat(line).startsWith("# 1 runs, seeds 4 to 4"));
  }

  private static Outcome good(long seed) {
    return new Outcome(seed, "kill-gateway", 12, 10, 10, 0, 0, 0, 1.5, 4, List.of());
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
