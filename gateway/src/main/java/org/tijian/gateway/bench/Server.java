package org.tijian.gateway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product as a process of its own, all in one, on free ports of loopback and with data in a
 * temporary folder, which is removed with it.
 */
final class Server implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final long STOP_SECONDS = 60;

  private final Path data;
  private final Process process;
  private final Ports ports;
  private final Thread ending = new Thread(this::end);

  /** Ports it listens on. */
  record Ports(int http, int mqtt, int tcp) {
    static Ports free() throws IOException {
      return new Ports(freePort(), freePort(), freePort());
    }
  }

  /**
   * How its readings are reached.
   *
   * @param secret the file with which keys in it are enciphered
   */
  record Database(String url, String user, String password, Path secret) {}

  private Server(Path data, Process process, Ports ports) {
    this.data = data;
    this.process = process;
    this.ports = ports;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param heap for example {@code 1g}
   * @param settings environment variables of the product
   */
  static Server start(String heap, Map<String, String> settings, Sheet sheet)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("tijian-bench-");
    Ports ports = Ports.free();
    ProcessBuilder builder = new ProcessBuilder(command(heap));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("TIJIAN_"));
    environment.put("TIJIAN_DATA_DIR", data.toString());
    environment.put("TIJIAN_EMPTY", "true");
    environment.put("TIJIAN_HTTP_PORT", Integer.toString(ports.http()));
    environment.put("TIJIAN_MQTT_PORT", Integer.toString(ports.mqtt()));
    environment.put("TIJIAN_MQTT_TLS_PORT", "0");
    environment.put("TIJIAN_TCP_PORT", Integer.toString(ports.tcp()));
    environment.putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("server.log").toFile());
    Server server = new Server(data, builder.start(), ports);
    Runtime.getRuntime().addShutdownHook(server.ending);
    sheet.progress("server: process %d, heap %s".formatted(server.process.pid(), heap));
    server.awaitReady();
    return server;
  }

  private static List<String> command(String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-jar"));
    command.add(System.getProperty("java.class.path"));
    return command;
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    URI health = URI.create("http://127.0.0.1:%d/actuator/health".formatted(ports.http()));
    long until = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (answers(http, health)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IOException("the server does not start:\n" + log());
  }

  private static boolean answers(HttpClient http, URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Ports ports() {
    return ports;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it said so far. */
  String log() throws IOException {
    return Files.readString(data.resolve("server.log"));
  }

  Database database() throws IOException {
    Properties known = new Properties();
    try (InputStream in = Files.newInputStream(data.resolve("postgres.properties"))) {
      known.load(in);
    }
    return new Database(
        "jdbc:postgresql://127.0.0.1:%s/monitoring".formatted(known.getProperty("port")),
        "tijian_monitoring",
        known.getProperty("password.tijian_monitoring"),
        data.resolve("keys.secret"));
  }

  /** The database server's first process. */
  long postmaster() throws IOException {
    try (Stream<Path> files = Files.find(data, 4, (path, is) -> path.endsWith("postmaster.pid"))) {
      Path file = files.findFirst().orElseThrow(() -> new IOException("no database is running"));
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }
  }

  Usage usage() throws IOException {
    long database = postmaster();
    return new Usage(
        System.nanoTime(),
        Processes.cpuMillis(pid()),
        Processes.cpuMillisOfFamily(database),
        Processes.residentKib(pid()),
        Processes.residentKibOfFamily(database));
  }

  /**
   * Heap that is still in use after a full collection, in KiB; -1 if this Java has no {@code jcmd}.
   */
  long liveHeapKib() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return -1;
    }
    Process histogram =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    try (Stream<String> lines = histogram.inputReader().lines()) {
      return lines
          .filter(line -> line.startsWith("Total"))
          .findFirst()
          .map(line -> Long.parseLong(line.strip().split("\\s+")[2]) / 1024)
          .orElse(-1L);
    } finally {
      histogram.waitFor();
    }
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
        ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroy);
        process.destroyForcibly();
      }
      Folders.delete(data);
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
