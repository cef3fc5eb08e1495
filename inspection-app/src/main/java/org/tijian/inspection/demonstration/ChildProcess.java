package org.tijian.inspection.demonstration;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The emulator's process, started again with growing pauses when it ends. Its standard input stays
 * open for as long as this process lives: when that ends, in whatever way, so does the emulator.
 */
final class ChildProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
  private static final String COMMAND = "org.tijian.gateway.emulator.EmulateCommand";
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final long LOG_BYTES = 5_000_000;

  private final Path log;
  private final Supplier<String> instructions;
  private final Thread keeper = new Thread(this::keep, "demonstration emulator");
  private volatile boolean closing;
  private volatile @Nullable Process process;

  private ChildProcess(Path log, Supplier<String> instructions) {
    this.log = log;
    this.instructions = instructions;
  }

  /**
   * @param instructions the line that is written to it, asked for at each start
   */
  static ChildProcess keep(Path log, Supplier<String> instructions) {
    ChildProcess child = new ChildProcess(log, instructions);
    child.keeper.setDaemon(true);
    child.keeper.start();
    return child;
  }

  private void keep() {
    Duration pause = SHORTEST_PAUSE;
    while (!closing) {
      long started = System.nanoTime();
      try {
        runOnce();
      } catch (IOException | RuntimeException e) {
        LOG.warn("the emulator did not start: {}", e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
      boolean ranWell = System.nanoTime() - started > LONGEST_PAUSE.toNanos();
      pause = ranWell ? SHORTEST_PAUSE : pause.multipliedBy(2);
      if (!closing && !sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)) {
        return;
      }
    }
  }

  private void runOnce() throws IOException, InterruptedException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
      Files.delete(log);
    }
    Process started = builder().start();
    process = started;
    OutputStream input = started.getOutputStream();
    input.write((instructions.get() + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
    if (closing) {
      input.close();
    }
    int exit = started.waitFor();
    if (!closing) {
      LOG.warn("the emulator ended with {}; {} says why", exit, log);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            COMMAND,
            "--config",
            "-");
    // It is a stranger to this process: it gets its passwords on its input and no other.
    builder.environment().keySet().removeIf(name -> name.startsWith("TIJIAN_"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private static String classPath() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    return String.join(
        File.pathSeparator,
        List.of(entries).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  private static boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closing = true;
    Process running = process;
    if (running != null) {
      end(running);
    }
    keeper.interrupt();
  }

  private static void end(Process running) {
    try {
      running.getOutputStream().close();
      if (!running.waitFor(5, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      running.destroyForcibly();
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
