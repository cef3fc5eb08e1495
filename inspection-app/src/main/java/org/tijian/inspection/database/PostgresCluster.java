package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/** The files of the embedded server: made once, and of one major version for ever. */
final class PostgresCluster {
  static final String SUPERUSER = "postgres";

  /** Settings of the product, beside the server's own. */
  static final String SETTINGS_FILE = "tijian.conf";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

  private PostgresCluster() {}

  /**
   * @return the directory of the cluster, which is made if it is not there
   */
  static Path in(Path directory, PostgresProgram programs, ServerFile file) throws IOException {
    Path cluster = directory.resolve("postgres");
    if (Files.exists(cluster)) {
      requireVersion(cluster);
      requirePassword(cluster, file);
    } else {
      LOG.info("正在创建数据库 / creating the database in {}", cluster);
      create(directory, cluster, programs, file);
    }
    return cluster;
  }

  /** Made beside its place and moved there whole: a cluster that exists is complete. */
  private static void create(
      Path directory, Path cluster, PostgresProgram programs, ServerFile file) throws IOException {
    removeHalfMade(directory);
    Path half = Files.createTempDirectory(directory, "creating-");
    Path password = Files.createTempFile(directory, "creating-", ".pw", ServerFile.ownerOnly());
    try {
      Files.writeString(password, file.password(SUPERUSER));
      programs.require("initdb", initdb(half, password));
    } finally {
      Files.delete(password);
    }
    Files.writeString(
        half.resolve("postgresql.conf"),
        "\ninclude '%s'\n".formatted(SETTINGS_FILE),
        StandardOpenOption.APPEND);
    Files.move(half, cluster);
  }

  private static List<String> initdb(Path directory, Path password) {
    return List.of(
        "--pgdata=" + directory,
        "--username=" + SUPERUSER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same order of texts on every machine.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
  }

  /** What a process that was killed in the middle left behind. */
  private static void removeHalfMade(Path directory) throws IOException {
    try (DirectoryStream<Path> halves = Files.newDirectoryStream(directory, "creating-*")) {
      for (Path half : halves) {
        FileSystemUtils.deleteRecursively(half);
      }
    }
  }

  private static void requireVersion(Path cluster) throws IOException {
    String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
    int ours = PostgresBinaries.MAJOR;
    if (!found.equals(Integer.toString(ours))) {
      throw new CannotStart(
          new LocalName(
              "数据目录 %s 属于 PostgreSQL %s，本程序附带 %d。".formatted(cluster, found, ours),
              "The data directory %s belongs to PostgreSQL %s; this program carries %d."
                  .formatted(cluster, found, ours)),
          new LocalName(
              "请用原版本导出数据后再导入，或用 TIJIAN_DATA_DIR 指定其他目录。目录未被改动。",
              "Dump it with its own version and restore it here, or set TIJIAN_DATA_DIR to another"
                  + " directory. Nothing in it was changed."));
    }
  }

  private static void requirePassword(Path cluster, ServerFile file) {
    if (!file.knows(SUPERUSER)) {
      throw new CannotStart(
          new LocalName(
              "%s 存在，但旁边的 postgres.properties（数据库口令）不见了。".formatted(cluster),
              "%s is there, but postgres.properties beside it, with its passwords, is not."
                  .formatted(cluster)),
          new LocalName("请从备份恢复该文件。", "Restore that file from a backup."));
    }
  }
}
