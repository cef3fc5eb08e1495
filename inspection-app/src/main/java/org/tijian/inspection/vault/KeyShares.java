package org.tijian.inspection.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The share of every visit's key: 256 random bits in a file of its own, outside the database and
 * outside its backups. Without the share the key opens nothing, so that destroying the share
 * destroys what every backup of the database holds of the visit.
 */
@Component
class KeyShares {
  private static final int BYTES = 32;

  private final Path directory;

  KeyShares(@Value("${tijian.vault.shares}") Path directory) {
    this.directory = directory;
  }

  /** On the disk when this returns. */
  void keep(UUID keyId, byte[] share) {
    try {
      Files.createDirectories(directory, mode("rwx------"));
      try (FileChannel file =
          FileChannel.open(
              file(keyId),
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              mode("rw-------"))) {
        file.write(ByteBuffer.wrap(share));
        file.force(true);
      }
      forceDirectory();
    } catch (IOException e) {
      throw new UncheckedIOException("a share cannot be kept", e);
    }
  }

  /** Empty if it is not there (any more). */
  Optional<byte[]> find(UUID keyId) {
    try {
      byte[] share = Files.readAllBytes(file(keyId));
      return share.length == BYTES ? Optional.of(share) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a share cannot be read", e);
    }
  }

  /** Overwritten, removed, and gone from the disk when this returns; may be repeated. */
  void destroy(UUID keyId) {
    Path file = file(keyId);
    try {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[BYTES]));
        channel.force(true);
      }
      Files.delete(file);
      forceDirectory();
    } catch (NoSuchFileException e) {
      // Somebody was faster; gone is gone.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("a share cannot be destroyed", e);
    }
  }

  private Path file(UUID keyId) {
    return directory.resolve(keyId.toString());
  }

  /** So that the name, too, survives or is gone after a loss of power. */
  private void forceDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] mode(String mode) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
