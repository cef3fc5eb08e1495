package org.tijian.inspection.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java process of the product, started from its unpacked runnable jar; ended by its own id and
 * nobody else's.
 */
final class TijianProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Map<String, Path> UNPACKED = new ConcurrentHashMap<>();

  private final Process process;
  private final List<String> output = Collections.synchronizedList(new ArrayList<>());

  private TijianProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a main class of the module's jar with the given variables added to the environment. */
  static TijianProcess start(
      Path jar, String mainClass, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                jar.toString(),
                mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TIJIAN_"));
    builder.environment().putAll(environment);
    try {
      return new TijianProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The runnable jar of a module, unpacked once per run: builds are reproducible, so that the times
   * of their files do not tell an old one from a new one.
   */
  static Path unpacked(String module) {
    return UNPACKED.computeIfAbsent(module, TijianProcess::unpackNow);
  }

  private static Path unpackNow(String module) {
    try {
      Path packed = packed(module);
      Path directory = Path.of("target", "process-tests", module);
      unpack(packed, directory);
      return directory.resolve(packed.getFileName()).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path packed(String module) throws IOException {
    Path target = Path.of("..", module, "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no runnable jar in " + target + ": package the module first"));
    }
  }

  private static void unpack(Path packed, Path directory) throws IOException {
    Files.createDirectories(directory);
    Process unpacking =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--force",
                "--destination",
                directory.toString())
            .inheritIO()
            .start();
    try {
      if (unpacking.waitFor() != 0) {
        throw new IllegalStateException("cannot unpack " + packed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A port nobody listens on at this moment. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the address answers 200. */
  TijianProcess awaitReady(String url) throws InterruptedException {
    await("an answer from " + url, () -> answers(url));
    return this;
  }

  void await(String what, Condition condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "ended with %d while waiting for %s:%n%s".formatted(process.exitValue(), what, text()));
      }
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no %s within %s:%n%s".formatted(what, PATIENCE, text()));
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(String url) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Ctrl-C, and patience until it has ended. @return the exit value */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not stop within 60 s:\n" + text());
    }
    return process.exitValue();
  }

  /** Waits for the end of a process that was told to end. */
  static void awaitEnd(long pid) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(30);
    while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("process %d did not end within 30 s".formatted(pid));
      }
      Thread.sleep(50);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitValue() {
    return process.exitValue();
  }

  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  String text() {
    return String.join("\n", output());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
      }
    } catch (IOException endOfProcess) {
      // The stream breaks when the process is killed; what was read so far is kept.
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }

  /** Something that will be true. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws InterruptedException;
  }
}
