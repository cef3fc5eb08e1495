package org.tijian.inspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL and Mosquitto of the distribution, as plain processes on loopback, in a directory of
 * their own.
 */
final class DebianServers implements AutoCloseable {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path directory;
  private final Path binaries;
  private final int postgresPort = TijianProcess.freePort();
  private final int mqttPort = TijianProcess.freePort();
  private final Process mosquitto;

  DebianServers(Path topicRules, List<String> users, String password)
      throws IOException, InterruptedException {
    directory = Files.createTempDirectory("tijian-debian-");
    // PostgreSQL refuses to run as root, so its user must be able to reach its files.
    run("chmod", "755", directory.toString());
    binaries = newestPostgres();
    startPostgres(password);
    mosquitto = startMosquitto(topicRules, users, password);
  }

  private static Path newestPostgres() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .max(Comparator.comparing(path -> Integer.parseInt(path.getFileName().toString())))
          .orElseThrow()
          .resolve("bin");
    }
  }

  private void startPostgres(String password) throws IOException, InterruptedException {
    Path passwordFile = Files.writeString(directory.resolve("password"), password);
    run("mkdir", postgres("data"));
    if (ROOT) {
      run("chown", "postgres", postgres("data"), passwordFile.toString());
    }
    asPostgres(
        "initdb",
        "-D",
        postgres("data"),
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile",
        passwordFile.toString(),
        "-E",
        "UTF8");
    asPostgres(
        "pg_ctl",
        "-D",
        postgres("data"),
        "-w",
        "-l",
        postgres("data") + "/log",
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(postgresPort),
        "start");
  }

  private Process startMosquitto(Path topicRules, List<String> users, String password)
      throws IOException, InterruptedException {
    Path passwords = Files.createFile(directory.resolve("passwords"));
    for (String user : users) {
      run("mosquitto_passwd", "-b", passwords.toString(), user, password);
    }
    Path rules = Files.copy(topicRules, directory.resolve("topics.acl"));
    Path configuration =
        Files.writeString(
            directory.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            allow_anonymous false
            password_file %s
            acl_file %s
            max_inflight_messages 500
            max_queued_messages 0
            %s
            """
                .formatted(mqttPort, passwords, rules, ROOT ? "user root" : ""));
    String program =
        Files.exists(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
    return new ProcessBuilder(program, "-c", configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("mosquitto.log").toFile())
        .start();
  }

  private String postgres(String name) {
    return directory.resolve(name).toString();
  }

  private void asPostgres(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
    command.add(binaries.resolve(program).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  static void run(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("tijian-command", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException("%s: %s".formatted(List.of(command), Files.readString(said)));
    }
    Files.delete(said);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, database);
  }

  int mqttPort() {
    return mqttPort;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    mosquitto.destroy();
    mosquitto.waitFor();
    asPostgres("pg_ctl", "-D", postgres("data"), "-m", "immediate", "-w", "stop");
    run("rm", "-rf", directory.toString());
  }
}
