package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clock of one process, which can be set while it runs: libfaketime stands between the process
 * and the system's time of day. Lengths of time go on as they are, as they do when somebody sets a
 * machine's clock.
 */
final class SteppedClock {
  private static final String NAME = "libfaketimeMT.so.1";
  private static final List<String> PLACES = List.of("/usr/lib", "/usr/local/lib", "/usr/lib64");

  private final Path library;
  private final Path file;

  private SteppedClock(Path library, Path file) {
    this.library = library;
    this.file = file;
  }

  /**
   * @param file where the present step is written
   * @return empty where libfaketime is not installed
   */
  static Optional<SteppedClock> find(Path file) throws IOException {
    for (String place : PLACES) {
      Optional<Path> library = library(Path.of(place));
      if (library.isPresent()) {
        SteppedClock clock = new SteppedClock(library.get(), file);
        clock.set(Duration.ZERO);
        return Optional.of(clock);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> library(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    Path plain = place.resolve("faketime").resolve(NAME);
    if (Files.exists(plain)) {
      return Optional.of(plain);
    }
    // Debian keeps libraries by architecture.
    try (DirectoryStream<Path> architectures = Files.newDirectoryStream(place, "*-linux-*")) {
      for (Path architecture : architectures) {
        Path library = architecture.resolve("faketime").resolve(NAME);
        if (Files.exists(library)) {
          return Optional.of(library);
        }
      }
    }
    return Optional.empty();
  }

  /** With the fix for an old C library a JVM's Object.wait would not wait at all. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "NO_FAKE_STAT", "1");
  }

  /**
   * The process sees it within a second.
   *
   * @param ahead of the right time; negative: behind it
   */
  void set(Duration ahead) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, "%+d\n".formatted(ahead.toSeconds()));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
