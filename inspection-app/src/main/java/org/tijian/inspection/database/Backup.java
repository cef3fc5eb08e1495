package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.util.FileSystemUtils;
import org.tijian.inspection.start.CannotStart;

/**
 * Copies what a data directory holds, and makes a new data directory of such a copy
 * (docs/backup.md). The two databases and the keys of the platform lie in directories of their own,
 * so that each can be kept where only its own keepers come. Nothing else is copied: above all no
 * share of a visit's key.
 */
final class Backup {
  private static final List<String> DATABASES =
      List.of(PostgresDatabases.MONITORING, PostgresDatabases.VAULT);
  private static final String KEYS = "keys";

  /** Each key with its directory under the data directory. */
  private static final Map<String, String> KEY_FILES =
      Map.of("signing.key", "heads", "second-factor.key", "factor", "keys.secret", "");

  private final Path data;
  private final Path backup;

  Backup(Path data, Path backup) {
    this.data = data.toAbsolutePath().normalize();
    this.backup = backup.toAbsolutePath().normalize();
  }

  /** Also while the platform runs. A backup that exists is complete. */
  List<DatabaseDump> write() throws IOException, SQLException {
    if (!Files.exists(data.resolve("postgres"))) {
      throw new IOException("%s 中没有数据 / there are no data in it".formatted(data));
    }
    requireEmpty(backup);
    Path unfinished = fresh(backup, ".unfinished");
    List<DatabaseDump> dumps;
    try (ServerAccess access = access()) {
      dumps = dumps(access, unfinished);
    }
    Path keys = unfinished.resolve(KEYS);
    for (Map.Entry<String, String> key : KEY_FILES.entrySet()) {
      copyKey(data.resolve(key.getValue()).resolve(key.getKey()), keys.resolve(key.getKey()));
    }
    Files.deleteIfExists(backup);
    Files.move(unfinished, backup);
    return dumps;
  }

  private static List<DatabaseDump> dumps(ServerAccess access, Path into)
      throws IOException, SQLException {
    List<DatabaseDump> dumps = new ArrayList<>();
    for (String database : DATABASES) {
      try (Connection connection = access.connect(database)) {
        dumps.add(
            new DumpWriter(connection, Files.createDirectory(into.resolve(database)))
                .write(database));
      }
    }
    return dumps;
  }

  /**
   * Into a directory that is not there or empty. A directory that exists afterwards is complete.
   */
  List<DatabaseDump> restore() throws IOException, SQLException {
    requireEmpty(data);
    List<DumpReader> readers = new ArrayList<>();
    for (String database : DATABASES) {
      readers.add(DumpReader.of(backup.resolve(database)));
    }
    Path half = fresh(data, ".restoring");
    try (ServerAccess access = ServerAccess.starting(half)) {
      PostgresDatabases.prepare(Objects.requireNonNull(access.server()));
      for (DumpReader reader : readers) {
        migrate(access, reader.dump());
        try (Connection connection = access.connect(reader.dump().database())) {
          reader.read(connection);
        }
      }
    }
    Path keys = backup.resolve(KEYS);
    for (Map.Entry<String, String> key : KEY_FILES.entrySet()) {
      copyKey(keys.resolve(key.getKey()), half.resolve(key.getValue()).resolve(key.getKey()));
    }
    Files.deleteIfExists(data);
    Files.move(half, data);
    return readers.stream().map(DumpReader::dump).toList();
  }

  /** To where the schema was; the next start brings it further. */
  private static void migrate(ServerAccess access, DatabaseDump dump) throws IOException {
    String database = dump.database();
    String role = PostgresDatabases.roleOf(database);
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(access.url(database), role, access.password(role))
            .locations("classpath:db/" + database)
            .placeholders(Map.of("application", PostgresDatabases.VAULT_APPLICATION))
            // What the application may do is said at the next start, of the newest schema.
            .skipDefaultCallbacks(true)
            .target(dump.schemaVersion());
    flyway.load().migrate();
  }

  /** Of the running platform, or of a server that is started for it. */
  private ServerAccess access() throws IOException {
    try {
      return ServerAccess.starting(data);
    } catch (CannotStart running) {
      return new ServerAccess(null, null, ServerFile.at(data.resolve("postgres.properties")));
    }
  }

  /** A platform that never started up to there has no key yet. */
  private static void copyKey(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      return;
    }
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.createFile(to, ServerFile.ownerOnly());
    Files.write(to, Files.readAllBytes(from));
  }

  private static void requireEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      if (files.iterator().hasNext()) {
        throw new IOException(
            "%s 不是空目录，不覆盖 / is not empty, and nothing is overwritten".formatted(directory));
      }
    }
  }

  private static Path fresh(Path beside, String ending) throws IOException {
    Path directory = beside.resolveSibling(beside.getFileName() + ending);
    FileSystemUtils.deleteRecursively(directory);
    return Files.createDirectories(directory);
  }
}
