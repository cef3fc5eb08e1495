package org.tijian.inspection.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.inspection.start.FreePort;

/**
 * The PostgreSQL server that comes with the product: reached from this machine only, by password
 * only, and safe against loss of power ({@code fsync}).
 */
final class PostgresServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String SETTINGS =
      """
      # Written anew at every start.
      listen_addresses = '%s'
      port = %d
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      # The first promise: what is acknowledged is on the disk.
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      shared_buffers = '256MB'
      wal_compression = on
      max_wal_size = '2GB'
      checkpoint_timeout = '15min'
      timezone = 'UTC'
      log_timezone = 'UTC'
      log_checkpoints = off
      # A refused row is not repeated in the log: it may hold what was said in a visit.
      log_error_verbosity = terse
      """;

  private final PostgresProgram programs;
  private final Path cluster;
  private final ServerFile file;

  private PostgresServer(PostgresProgram programs, Path cluster, ServerFile file) {
    this.programs = programs;
    this.cluster = cluster;
    this.file = file;
  }

  /** Starts the server of a data directory that this process holds. */
  static PostgresServer start(Path directory) throws IOException {
    PostgresProgram programs = new PostgresProgram(PostgresBinaries.in(directory));
    ServerFile file = ServerFile.at(directory.resolve("postgres.properties"));
    Path cluster = PostgresCluster.in(directory, programs, file);
    PostgresServer server = new PostgresServer(programs, cluster, file);
    server.stopOrphan();
    server.launch();
    return server;
  }

  /** A killed process leaves its server running. Nobody else holds the directory: it is ours. */
  private void stopOrphan() throws IOException {
    if (Postmaster.of(cluster).isPresent()) {
      LOG.info("正在停止上次遗留的数据库 / stopping the database that an earlier process left behind");
      stop();
    }
  }

  private void launch() throws IOException {
    int port = choosePort();
    Files.writeString(
        cluster.resolve(PostgresCluster.SETTINGS_FILE), SETTINGS.formatted(LOOPBACK, port));
    Path log = cluster.resolveSibling("postgres.log");
    Files.deleteIfExists(log);
    PostgresProgram.Ended started =
        programs.run("pg_ctl", pgCtl("start", "--log=" + log, "--timeout=120"));
    if (started.exit() != 0) {
      String said = Files.exists(log) ? Files.readString(log) : "";
      throw new IOException("%s %s".formatted(started.output(), said.strip()));
    }
  }

  /** The port of the last start, unless another program has it now. */
  private int choosePort() throws IOException {
    int known = file.port();
    if (known != 0 && FreePort.isFree(LOOPBACK, known)) {
      return known;
    }
    int port = FreePort.any();
    file.setPort(port);
    return port;
  }

  String url(String database) {
    return url(file.port(), database);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, database);
  }

  String password(String user) throws IOException {
    return file.password(user);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (IOException e) {
      LOG.warn("the database did not stop: {}", e.getMessage());
    }
  }

  private void stop() throws IOException {
    programs.require("pg_ctl", pgCtl("stop", "--mode=fast", "--timeout=120"));
  }

  private List<String> pgCtl(String verb, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(verb, "--pgdata=" + cluster, "--wait", "--silent"));
    arguments.addAll(List.of(more));
    return arguments;
  }
}
