package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the data directory from the other users of a machine. Keys and passwords are made for their
 * owner only, but a copy that somebody put back may have come with wider modes.
 */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /** Keys lie in the directory itself or in one below it; the server sees to its own. */
  private static final int DEPTH = 2;

  private OwnerOnly() {}

  /**
   * Takes from everybody else what they may do with the directory and what lies in it.
   *
   * @return what was open to others until now
   */
  static List<Path> repair(Path directory) throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(directory, DEPTH)) {
      for (Path path : paths.toList()) {
        if (!Files.isSymbolicLink(path) && repaired(path)) {
          open.add(path);
        }
      }
    }
    return open;
  }

  private static boolean repaired(Path path) throws IOException {
    if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
      return false;
    }
    Set<PosixFilePermission> modes = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    if (OWNERS.containsAll(modes)) {
      return false;
    }
    modes.retainAll(OWNERS);
    Files.setPosixFilePermissions(path, modes);
    return true;
  }
}
