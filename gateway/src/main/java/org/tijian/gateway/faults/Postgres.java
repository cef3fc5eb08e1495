package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of the laboratory, durable as in production: fsync and synchronous commit are
 * on, as they are by default.
 */
final class Postgres {
  static final String USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PostgresPrograms programs;
  private final Path cluster;
  private final Path log;
  private final int port;
  private Program server;

  private Postgres(PostgresPrograms programs, Path cluster, Path log, int port) throws IOException {
    this.programs = programs;
    this.cluster = cluster;
    this.log = log;
    this.port = port;
    this.server = launch();
  }

  /**
   * @param directory where the cluster is made
   */
  static Postgres create(PostgresPrograms programs, Path directory, Path log, Belongings belongings)
      throws IOException, InterruptedException {
    Path cluster = directory.resolve("cluster");
    Program.require(
        "initdb",
        programs.command(
            "initdb",
            List.of(
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C")),
        log);
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
    Postgres postgres = new Postgres(programs, cluster, log, Ports.free());
    belongings.add(postgres::kill);
    postgres.awaitReady();
    return postgres;
  }

  private Program launch() throws IOException {
    return Program.start(
        "postgres",
        programs.command(
            "postgres",
            List.of(
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_wal_size=256MB",
                "-c",
                "shared_buffers=64MB")),
        Map.of("LC_ALL", "C", "TZ", "UTC"),
        log);
  }

  int port() {
    return port;
  }

  /**
   * For the gateway, through a relay: gives up a dead line after 5 s and not after a minute, so
   * that a run does not take minutes.
   */
  static String impatientUrl(int port) {
    return url(port) + "?socketTimeout=5&options=-c%20idle_in_transaction_session_timeout%3D5s";
  }

  /** At the server itself, past every relay. */
  String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  /** kill -9 of the server and of all its children. */
  void kill() throws InterruptedException {
    server.kill();
  }

  /**
   * Ends connections and stops in good order (SIGINT: fast shutdown). Only the postmaster is asked:
   * to the checkpointer of PostgreSQL 18 the same signal means to write the last checkpoint now,
   * and transactions that commit after it are damaged.
   */
  void stop() throws IOException, InterruptedException {
    server.ask("INT");
    server.stop();
  }

  /** Every process of it stands still, with its connections open. */
  void freeze() throws IOException, InterruptedException {
    server.signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    server.signal("CONT");
  }

  /** Starts it unless it runs, and waits until it answers. */
  void restore() throws IOException, InterruptedException {
    if (!server.isAlive()) {
      server = launch();
    }
    awaitReady();
  }

  private void awaitReady() throws IOException, InterruptedException {
    Patience patience = Patience.of(PATIENCE, "an answer of PostgreSQL, see " + log);
    while (!answers()) {
      if (!server.isAlive()) {
        server = launch();
      }
      patience.pause();
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(), USER, "")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
