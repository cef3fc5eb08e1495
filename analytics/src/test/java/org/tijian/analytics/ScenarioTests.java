package org.tijian.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The planted-fault set: what docs/scenarios.md says is what the command prints. */
class ScenarioTests {
  private static final Path DOCUMENT = Path.of("../docs/scenarios.md");
  private static String printed;
  private static int code;

  @BeforeAll
  static void run() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    code =
        CheckCommand.run(
            new String[] {"--scenarios"},
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            System.err);
    printed = bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void noFaultIsMissedAndNoLookAlikeRaisesAnAlarm() {
    assertThat(printed).contains(" 0 missed; 0 look-alikes with a false alarm");
    assertThat(code).isZero();
  }

  @Test
  void plantsAtLeastFortyFaults() {
    assertThat(printed.lines().filter(line -> line.startsWith("| ")).count() - 1)
        .isGreaterThanOrEqualTo(40);
  }

  @Test
  void theDocumentIsWhatTheCommandPrints() throws IOException {
    assertThat(Files.readString(DOCUMENT)).endsWith(printed);
  }
}
