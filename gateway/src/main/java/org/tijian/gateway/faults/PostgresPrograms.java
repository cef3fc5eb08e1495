package org.tijian.gateway.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of PostgreSQL are: those that come with the product, unpacked, or Debian's.
 *
 * @param directory with {@code postgres} and {@code initdb} in it
 */
record PostgresPrograms(Path directory) {

  /**
   * @param directory named by whoever started the laboratory; null to look for one
   * @param unpacked where the product's own are unpacked to
   * @throws IOException if there are none
   */
  static PostgresPrograms find(@Nullable Path directory, Path unpacked, Path log)
      throws IOException, InterruptedException {
    if (directory != null) {
      return new PostgresPrograms(directory);
    }
    String packed = "/postgres-%s-%s.txz".formatted(system(), machine());
    try (InputStream resource = PostgresPrograms.class.getResourceAsStream(packed)) {
      if (resource != null) {
        return unpack(resource, unpacked, log);
      }
    }
    return debian();
  }

  private static PostgresPrograms unpack(InputStream packed, Path home, Path log)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    Path archive = home.resolve("postgres.txz");
    Files.copy(packed, archive);
    Program.require("tar", List.of("tar", "-xJf", archive.toString(), "-C", home.toString()), log);
    Files.delete(archive);
    return new PostgresPrograms(home.resolve("bin"));
  }

  private static PostgresPrograms debian() throws IOException {
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> found = Files.list(versions)) {
        List<Path> newestLast = found.sorted().toList();
        if (!newestLast.isEmpty()) {
          return new PostgresPrograms(newestLast.get(newestLast.size() - 1).resolve("bin"));
        }
      }
    }
    throw new IOException("no PostgreSQL here; name one with --postgres BINDIR");
  }

  private static String system() {
    return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
  }

  private static String machine() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (machine) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> system().equals("darwin") ? "arm_64" : "aarch_64";
      default -> machine;
    };
  }

  /** PostgreSQL refuses to run as root; in a user namespace it is nobody in particular. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(directory.resolve(program).toString());
    command.addAll(arguments);
    return command;
  }
}
