package org.tijian.inspection.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.tijian.inspection.InspectionApplication;
import org.tijian.inspection.key.KeyRing;
import org.tijian.inspection.key.KeyRings;

/**
 * {@code ./tijian bench seal}: what sealing costs, with the embedded database and the cost of a key
 * as the product has them. Exit code 1 if a bound is missed or something does not open again.
 */
public final class SealBench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private SealBench() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createTempDirectory("tijian-bench-seal-");
    boolean good;
    SealBenchRing ring = new SealBenchRing();
    try (ConfigurableApplicationContext app = start(directory, ring)) {
      OUT.printf(
          Locale.ROOT,
          "bench seal, %s, Java %s, %d processors, commit %s%n",
          Instant.now(),
          Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("tijian.commit", "not known"));
      good = new SealBenchRun(app, ring, OUT).all();
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
    System.exit(good ? 0 : 1);
  }

  private static ConfigurableApplicationContext start(Path directory, SealBenchRing ring) {
    return new SpringApplicationBuilder(InspectionApplication.class)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean(
                        "ringOfTheBench",
                        KeyRings.class,
                        () -> ring,
                        bean -> bean.setPrimary(true)))
        // As arguments: properties of the builder are defaults, and yield to application.yaml.
        .run(
            "--tijian.data-dir=" + directory,
            "--tijian.gateway.enabled=false",
            "--tijian.empty=true",
            "--server.port=0");
  }

  /** In place of a session: the ring of the person who works just now. */
  static final class SealBenchRing implements KeyRings {
    private Optional<KeyRing> ring = Optional.empty();

    void set(KeyRing next) {
      ring = Optional.of(next);
    }

    @Override
    public Optional<KeyRing> current() {
      return ring;
    }
  }

  /** A visit under way, without anybody having gone through the pages. */
  record Visit(UUID id, UUID director, UUID expert) {}
}
