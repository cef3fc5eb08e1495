package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The gateway as a process of its own, under a supervisor that starts it again when it ends, as a
 * container would be.
 */
final class GatewayProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Map<String, String> environment;
  private final int port;
  private final Path log;
  private Program program;

  /**
   * @param port where loggers are let in once it gets things stored
   */
  GatewayProcess(Map<String, String> environment, int port, Path log) throws IOException {
    this.environment = new HashMap<>(environment);
    this.port = port;
    this.log = log;
    this.program = launch();
  }

  private Program launch() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tijian.gateway.GatewayApplication",
                // The class path may hold the inspection app and its settings, too.
                "--spring.config.location=optional:classpath:gateway.yaml",
                "--spring.autoconfigure.exclude=" + String.join(",", NOT_OF_THE_GATEWAY),
                "--spring.main.web-application-type=none",
                // Without a page to serve and a broker of its own nothing else keeps it alive.
                "--camel.main.run-controller=true"));
    return Program.start("gateway", command, environment, log);
  }

  private static final List<String> NOT_OF_THE_GATEWAY =
      List.of(
          "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
          "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");

  /** kill -9. */
  void kill() throws InterruptedException {
    program.kill();
  }

  void stop() throws InterruptedException {
    program.stop();
  }

  /** Starts it unless it runs; does not wait. */
  void restart() throws IOException {
    if (!program.isAlive()) {
      program = launch();
    }
  }

  /** Waits until loggers are let in; starts it again as often as it ends. */
  void awaitReady() throws IOException, InterruptedException {
    Patience patience = Patience.of(PATIENCE, "gateway that lets loggers in, see " + log);
    while (!Ports.isOpen(port)) {
      restart();
      patience.pause();
    }
  }
}
