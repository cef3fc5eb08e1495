package org.tijian.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  static void describe(Sheet sheet) {
    sheet.line(
        "machine",
        "%d cores %s, %s, Linux %s, Java %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                memory(),
                System.getProperty("os.version"),
                System.getProperty("java.version")));
    sheet.line(
        "when, what",
        "%s, commit %s"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getProperty("tijian.commit", "not known")));
  }

  private static String memory() {
    String total = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return total.isEmpty()
        ? "memory not known"
        : "%d GiB".formatted(Math.round(Long.parseLong(total) / 1048576.0));
  }

  private static String field(String file, String name) {
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("not known");
    } catch (IOException e) {
      return "not known";
    }
  }
}
