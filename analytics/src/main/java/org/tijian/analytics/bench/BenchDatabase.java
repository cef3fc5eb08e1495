package org.tijian.analytics.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;

/** A database of its own for a measurement, dropped at its end. */
final class BenchDatabase implements AutoCloseable {
  private final @Nullable EmbeddedPostgres embedded;
  private final String server;
  private final String name;
  private final MonitoringDatabase monitoring;

  private BenchDatabase(
      @Nullable EmbeddedPostgres embedded,
      String server,
      String name,
      MonitoringDatabase monitoring) {
    this.embedded = embedded;
    this.server = server;
    this.name = name;
    this.monitoring = monitoring;
  }

  /**
   * @param url of a server; empty: one is started
   */
  static BenchDatabase open(String url) throws SQLException, IOException {
    EmbeddedPostgres embedded = url.isEmpty() ? embedded() : null;
    String server =
        embedded == null
            ? url
            : "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(embedded.getPort());
    String name = "tijian_bench_" + ProcessHandle.current().pid();
    execute(server, "create database " + name);
    String own = server.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    return new BenchDatabase(embedded, server, name, MonitoringDatabase.open(own, "", ""));
  }

  private static EmbeddedPostgres embedded() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "1GB")
        .setServerConfig("max_wal_size", "4GB")
        .start();
  }

  MonitoringDatabase monitoring() {
    return monitoring;
  }

  /** Bytes of tables with their indexes and what lies out of line, partitions included. */
  long bytes(String... tables) {
    return monitoring
        .jdbc()
        .sql(
            """
            select coalesce(sum(pg_total_relation_size(t.name::regclass)
                                + (select coalesce(sum(pg_total_relation_size(inhrelid)), 0)
                                     from pg_inherits
                                    where inhparent = t.name::regclass)), 0)::bigint
              from unnest(:tables::text[]) as t (name)
            """)
        .param("tables", tables)
        .query(Long.class)
        .single();
  }

  /** Bytes of the rows of readings, in whichever parts they lie. */
  long hotBytes() {
    return monitoring.jdbc().sql("select sample_size()").query(Long.class).single();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    monitoring.close();
    if (embedded == null) {
      execute(server, "drop database " + name);
    } else {
      embedded.close();
    }
  }
}
