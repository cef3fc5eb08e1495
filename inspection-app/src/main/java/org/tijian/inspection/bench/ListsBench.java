package org.tijian.inspection.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.tijian.inspection.InspectionApplication;

/**
 * {@code ./tijian bench lists}: every GET route of the running product with 1,000 enterprises,
 * 5,000 outlets and 10,000 check-ups, asked over HTTP by a signed-in person of each role. Exit code
 * 1 if a list takes longer than it may, or if a route is there that could not be asked. With {@code
 * --look} it measures nothing and waits for people who want to look at pages on which much is
 * shown.
 */
public final class ListsBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private ListsBench() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    boolean look = arguments.length == 1 && arguments[0].equals("--look");
    if (arguments.length > 0 && !look) {
      OUT.println("usage: bench lists [--look]");
      System.exit(2);
    }
    Path directory = Files.createTempDirectory("tijian-bench-lists-");
    boolean good;
    try (ConfigurableApplicationContext server = start(directory)) {
      OUT.printf(
          Locale.ROOT,
          "bench lists, %s, Java %s, %d processors, commit %s%n",
          Instant.now(),
          Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("tijian.commit", "not known"));
      ListsWorld world = new ListsWorld(server, directory);
      world.fill();
      OUT.println(world.told());
      good = look ? looked(world) : new ListsRun(world, ListRoutes.of(server), OUT).all();
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
    System.exit(good ? 0 : 1);
  }

  /** Until the end of standard input. */
  private static boolean looked(ListsWorld world) throws IOException {
    OUT.println(world.entrances());
    while (System.in.read() >= 0) {
      // Nothing is to be typed but the end.
    }
    return true;
  }

  private static ConfigurableApplicationContext start(Path directory) {
    // Wherever an installation of this machine keeps its data, this server has its own.
    return new SpringApplication(InspectionApplication.class)
        .run(
            "--tijian.data-dir=" + directory,
            "--tijian.vault.shares=" + directory.resolve("vault-shares"),
            "--tijian.monitoring.url=",
            "--tijian.vault.url=",
            "--tijian.http.host=127.0.0.1",
            "--tijian.http.port=0",
            "--tijian.empty=true",
            "--tijian.gateway.enabled=false");
  }
}
