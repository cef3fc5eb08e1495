package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A broker of its own process. It writes its messages down after each change, but acknowledges them
 * before it has: killed, it may lose what it acknowledged.
 */
final class Mosquitto {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> command;
  private final Path log;
  private final int port;
  private Program program;
  private boolean wasKilled;

  private Mosquitto(List<String> command, Path log, int port) throws IOException {
    this.command = command;
    this.log = log;
    this.port = port;
    this.program = Program.start("mosquitto", command, Map.of(), log);
  }

  /**
   * @throws IOException if it is not installed
   */
  static Mosquitto start(Path directory, Path log, Belongings belongings)
      throws IOException, InterruptedException {
    Path program = program().orElseThrow(() -> new IOException("Mosquitto is not installed here"));
    int port = Ports.free();
    Files.createDirectories(directory);
    Path configuration = directory.resolve("mosquitto.conf");
    Files.writeString(
        configuration,
        """
        listener %d 127.0.0.1
        allow_anonymous true
        max_queued_messages 0
        max_inflight_messages 1000
        persistence true
        persistence_location %s/
        autosave_on_changes true
        autosave_interval 1
        user %s
        """
            .formatted(port, directory, System.getProperty("user.name")));
    Mosquitto mosquitto =
        new Mosquitto(List.of(program.toString(), "-c", configuration.toString()), log, port);
    belongings.add(() -> mosquitto.kill());
    mosquitto.awaitReady();
    return mosquitto;
  }

  static boolean isInstalled() {
    return program().isPresent();
  }

  private static Optional<Path> program() {
    return Stream.of(
            "/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  int port() {
    return port;
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    wasKilled = true;
    program.kill();
  }

  /** Ever, in this laboratory. */
  boolean wasKilled() {
    return wasKilled;
  }

  void restore() throws IOException, InterruptedException {
    if (!program.isAlive()) {
      program = Program.start("mosquitto", command, Map.of(), log);
    }
    awaitReady();
  }

  private void awaitReady() throws InterruptedException {
    Patience patience = Patience.of(PATIENCE, "answer of Mosquitto, see " + log);
    while (!Ports.isOpen(port)) {
      patience.pause();
    }
  }
}
