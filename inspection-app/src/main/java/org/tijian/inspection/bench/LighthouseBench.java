package org.tijian.inspection.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./tijian bench lighthouse}: how soon the pages that a safety director opens most are
 * there, on a phone and on a desktop, as Lighthouse sees them. Exit code 1 if a score is below
 * {@value PageScores#WANTED}.
 */
public final class LighthouseBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int RUNS = 3;

  private LighthouseBench() {}

  public static void main(String[] arguments) throws Exception {
    Path given = folder(arguments);
    Path folder = given == null ? Files.createTempDirectory("tijian-bench-lighthouse-") : given;
    List<PageScores> found;
    try {
      Lighthouse lighthouse = Lighthouse.install(folder.toAbsolutePath());
      try (DemonstrationProcess server = DemonstrationProcess.start()) {
        OUT.printf(
            Locale.ROOT,
            "bench lighthouse, %s, Java %s, %d processors, commit %s%n%s, %s%n",
            Instant.now(),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("tijian.commit", "not known"),
            lighthouse.version(),
            lighthouse.browser());
        found = measure(lighthouse, server);
      }
    } finally {
      if (given == null) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
    List<String> shortOf = found.stream().flatMap(page -> page.shortOf().stream()).toList();
    shortOf.forEach(line -> OUT.println("CHECK " + line));
    OUT.printf(
        "CHECK %d pages, scores below %d: %s%n",
        found.size(), PageScores.WANTED, shortOf.isEmpty() ? "none" : shortOf.size());
    System.exit(shortOf.isEmpty() ? 0 : 1);
  }

  /** Where Lighthouse and its reports stay; null for a folder that goes away with the run. */
  private static @Nullable Path folder(String[] arguments) {
    if (arguments.length == 0) {
      return null;
    }
    if (arguments.length == 2 && arguments[0].equals("--folder")) {
      return Path.of(arguments[1]);
    }
    OUT.println(
        "usage: bench lighthouse [--folder DIR]\n"
            + "  --folder DIR  keep Lighthouse and its reports there (default a temporary folder)\n"
            + "Takes Chromium from CHROMIUM or from the path, and Lighthouse from npm.");
    System.exit(Arrays.asList(arguments).contains("--help") ? 0 : 2);
    return null;
  }

  private static List<PageScores> measure(Lighthouse lighthouse, DemonstrationProcess server)
      throws IOException, InterruptedException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("request", "/drafts/" + server.draft());
    pages.put("outlet", "/outlets/" + server.firstOutlet());
    OUT.println(PageScores.HEAD);
    List<PageScores> found = new ArrayList<>();
    for (Device device : Device.values()) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        List<PageRun> runs = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
          String name = "%s-%s-%d".formatted(page.getKey(), device.word(), run);
          runs.add(lighthouse.look(name, server.url(page.getValue()), device, server.cookie()));
        }
        PageScores scores = PageScores.of(page.getKey(), device, runs);
        OUT.println(scores.line());
        found.add(scores);
      }
    }
    return found;
  }

  /** What Lighthouse pretends to be: its own two settings, of which the phone's is a slow one. */
  enum Device {
    PHONE,
    DESKTOP;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
