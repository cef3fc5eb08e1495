package org.tijian.analytics.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, one server per JVM, a new empty database per call. With {@code
 * TIJIAN_TEST_JDBC_URL} (a superuser's URL with user and password in it) the same tests run against
 * another server, for example one that offers TimescaleDB.
 */
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable String server;

  private TestPostgres() {}

  /**
   * @return JDBC URL of a new database, user and password included
   */
  public static synchronized String freshDatabase() {
    String database =
        "t%d_%d".formatted(ProcessHandle.current().pid(), DATABASES.incrementAndGet());
    String url = server();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create " + database, e);
    }
    return url.replaceFirst("/[^/?]+\\?", "/" + database + "?");
  }

  private static String server() {
    if (server == null) {
      String given = System.getenv("TIJIAN_TEST_JDBC_URL");
      server = given != null ? given : started();
    }
    return server;
  }

  private static String started() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      return "jdbc:postgresql://localhost:%d/postgres?user=postgres&password=postgres"
          .formatted(postgres.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
