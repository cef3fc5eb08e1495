package org.tijian.inspection.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTests {
  @TempDir private Path directory;

  @Test
  void whatOthersCouldReadTheyCannotReadAfterAStart() throws IOException {
    Path keys = Files.createDirectory(directory.resolve("factor"));
    Path key = Files.writeString(keys.resolve("second-factor.key"), "k");
    Path passwords = Files.writeString(directory.resolve("postgres.properties"), "p");
    mode(directory, "rwxr-xr-x");
    mode(keys, "rwxr-x---");
    mode(key, "rw-r--r--");
    mode(passwords, "rw-------");

    try (DataDirectory held = DataDirectory.hold(directory)) {
      assertThat(mode(held.path())).isEqualTo("rwx------");
    }

    assertThat(mode(keys)).isEqualTo("rwx------");
    assertThat(mode(key)).isEqualTo("rw-------");
    assertThat(mode(passwords)).isEqualTo("rw-------");
  }

  @Test
  void saysWhatWasOpen() throws IOException {
    Path key = Files.writeString(directory.resolve("a.key"), "k");
    mode(directory, "rwx------");
    mode(key, "rw-rw----");

    assertThat(OwnerOnly.repair(directory)).containsExactly(key);
    assertThat(OwnerOnly.repair(directory)).isEmpty();
  }

  @Test
  void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path file = Files.writeString(elsewhere.resolve("file"), "not ours");
    mode(file, "rw-r--r--");
    mode(directory, "rwx------");
    Files.createSymbolicLink(directory.resolve("link"), file);

    assertThat(OwnerOnly.repair(directory)).isEmpty();
    assertThat(mode(file)).isEqualTo("rw-r--r--");
  }

  @Test
  void aNewDirectoryIsTheOwnersFromTheBeginning() {
    try (DataDirectory held = DataDirectory.hold(directory.resolve("new"))) {
      assertThat(mode(held.path())).isEqualTo("rwx------");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
