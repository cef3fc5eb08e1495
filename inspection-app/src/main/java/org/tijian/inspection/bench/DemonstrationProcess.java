package org.tijian.inspection.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.tijian.inspection.start.FreePort;
import tools.jackson.databind.JsonNode;

/**
 * The product with its demonstration site as a process of its own, on free ports of loopback and
 * with data in a temporary folder; a director is signed in.
 */
final class DemonstrationProcess implements AutoCloseable {
  private static final Pattern DIRECTOR = Pattern.compile("(?m)^\\s*director\\s+(\\S{8,})");
  private static final String HISTORY_DAYS = "3";
  private static final long START_SECONDS = 180;
  private static final long STOP_SECONDS = 60;

  private final Path data;
  private final Process process;
  private final int port;
  private final ListsBrowser director;
  private final Thread ending = new Thread(this::end);

  private DemonstrationProcess(Path data, Process process, int port) {
    this.data = data;
    this.process = process;
    this.port = port;
    this.director = new ListsBrowser(port);
  }

  /** Starts it, signs in, and waits until its history is stored: the pages are measured alone. */
  static DemonstrationProcess start() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("tijian-bench-pages-");
    int port = FreePort.any();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-jar",
            System.getProperty("java.class.path"));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TIJIAN_"));
    environment.put("TIJIAN_DATA_DIR", data.toString());
    environment.put("TIJIAN_HTTP_PORT", Integer.toString(port));
    environment.put("TIJIAN_MQTT_PORT", Integer.toString(FreePort.any()));
    environment.put("TIJIAN_MQTT_TLS_PORT", "0");
    environment.put("TIJIAN_TCP_PORT", "0");
    environment.put("TIJIAN_DEMO_HISTORY_DAYS", HISTORY_DAYS);
    builder.redirectErrorStream(true).redirectOutput(log(data).toFile());
    DemonstrationProcess server = new DemonstrationProcess(data, builder.start(), port);
    Runtime.getRuntime().addShutdownHook(server.ending);
    server.signIn();
    server.awaitHistory();
    return server;
  }

  private static Path log(Path data) {
    return data.resolve("server.log");
  }

  private void signIn() throws IOException, InterruptedException {
    for (long i = 0; i < 5 * START_SECONDS && process.isAlive(); i++) {
      Matcher told = DIRECTOR.matcher(Files.readString(log(data)));
      if (told.find()) {
        director.signedIn("director", told.group(1));
        return;
      }
      Thread.sleep(200);
    }
    throw new IOException("the server does not start:\n" + Files.readString(log(data)));
  }

  private void awaitHistory() throws IOException, InterruptedException {
    for (long i = 0; i < START_SECONDS; i++) {
      if (outlets()
          .valueStream()
          .noneMatch(outlet -> outlet.path("minutes").path("loading").asBoolean())) {
        return;
      }
      Thread.sleep(1_000);
    }
    throw new IOException("the history of the demonstration does not come to its end");
  }

  private JsonNode outlets() {
    return director.get("/api/outlets").tree();
  }

  long firstOutlet() {
    return outlets().path(0).path("id").asLong();
  }

  /** A new draft of a request. */
  String draft() {
    return director.post("/api/drafts", "{}").path("id").asString();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  String cookie() {
    return director.cookie();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(ending);
    end();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
