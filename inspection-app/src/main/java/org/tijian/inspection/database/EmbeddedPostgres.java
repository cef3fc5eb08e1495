package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/**
 * The embedded server with its databases, started when the first of them is asked for and stopped
 * with the process. Where both databases are elsewhere it never starts.
 */
final class EmbeddedPostgres implements AutoCloseable {
  private final Path dataDirectory;
  private @Nullable Running running;

  EmbeddedPostgres(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  /** Whom the application is in the vault. */
  synchronized VaultDatabase.Login vaultApplication() {
    String role = PostgresDatabases.VAULT_APPLICATION;
    try {
      return new VaultDatabase.Login(role, running().server().password(role));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Where a database is and how its owner signs in. */
  synchronized Place place(String database) {
    PostgresServer server = running().server();
    try {
      String role = PostgresDatabases.roleOf(database);
      return new Place(server.url(database), role, server.password(role));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Running running() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private Running start() {
    DataDirectory directory = DataDirectory.hold(dataDirectory);
    try {
      PostgresServer server = PostgresServer.start(directory.path());
      Running started = new Running(directory, server);
      try {
        PostgresDatabases.prepare(server);
      } catch (SQLException e) {
        started.close();
        throw failed(e);
      }
      return started;
    } catch (IOException e) {
      directory.close();
      throw failed(e);
    } catch (CannotStart e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** Connection details of one database. */
  record Place(String url, String user, String password) {}

  private record Running(DataDirectory directory, PostgresServer server) {
    void close() {
      server.close();
      directory.close();
    }
  }

  private CannotStart failed(Exception e) {
    return new CannotStart(
        new LocalName(
            "内置 PostgreSQL 无法启动：" + e.getMessage(),
            "The embedded PostgreSQL cannot start: " + e.getMessage()),
        new LocalName(
            "数据目录 %s 中的 postgres.log 记录了原因。".formatted(dataDirectory),
            "postgres.log in the data directory %s says why.".formatted(dataDirectory)));
  }
}
