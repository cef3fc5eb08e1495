package org.tijian.inspection.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/** Unpacks the PostgreSQL that comes with the product, once per data directory and version. */
final class PostgresBinaries {
  /** Changes with the packed version; see postgres-binaries.version in the pom. */
  static final int MAJOR = 18;

  private PostgresBinaries() {}

  /**
   * @return the directory with {@code bin/postgres} in it
   */
  static Path in(Path dataDirectory) throws IOException {
    Path home = dataDirectory.resolve("postgres-" + MAJOR);
    if (!Files.isDirectory(home)) {
      Path half = Files.createTempDirectory(dataDirectory, "unpacking-");
      try (InputStream packed = packed()) {
        unpack(packed, half);
      }
      Files.move(half, home);
    }
    return home;
  }

  private static InputStream packed() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String machine = ArchUtils.normalize(System.getProperty("os.arch"));
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    } catch (IllegalStateException e) {
      throw new CannotStart(
          new LocalName(
              "本程序未包含适用于 %s %s 的 PostgreSQL。".formatted(system, machine),
              "This build carries no PostgreSQL for %s %s.".formatted(system, machine)),
          new LocalName(
              "请在本机重新构建，或用 TIJIAN_MONITORING_URL 和 TIJIAN_VAULT_URL 指定外部数据库。",
              "Build it on this machine, or set TIJIAN_MONITORING_URL and TIJIAN_VAULT_URL."));
    }
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("%s leads out of the archive".formatted(entry.getName()));
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
