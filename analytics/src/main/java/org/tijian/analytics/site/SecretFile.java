package org.tijian.analytics.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file with 256 random bits in base64, which only its owner may read (mode 0600). */
final class SecretFile {
  private static final Logger log = LoggerFactory.getLogger(SecretFile.class);
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  SecretFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  Path path() {
    return file;
  }

  /**
   * @return empty if there is no such file
   * @throws IllegalStateException if it holds something else
   */
  Optional<byte[]> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      warnIfOthersMayRead();
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == KEY_BYTES) {
        return Optional.of(key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      log.debug("not base64: {}", file, e);
    }
    throw new IllegalStateException("%s holds no key of %d bytes".formatted(file, KEY_BYTES));
  }

  /** Orchestrators hand out secrets in their own way: told, not refused. */
  private void warnIfOthersMayRead() throws IOException {
    if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      log.warn("others may read {}: chmod 600 it", file);
    }
  }

  /** Written beside and moved into place: a killed process leaves no half of it. */
  byte[] create() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(beside);
      Files.createFile(beside, ownerOnly());
      Files.write(beside, Base64.getEncoder().encode(key));
      Files.writeString(
          beside, "\n", StandardCharsets.US_ASCII, java.nio.file.StandardOpenOption.APPEND);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return key;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
