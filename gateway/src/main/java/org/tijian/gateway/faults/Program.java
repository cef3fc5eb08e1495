package org.tijian.gateway.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that this laboratory started; ended by its own number and nobody else's. */
final class Program {
  private static final long STOP_SECONDS = 60;

  private final String name;
  private final Process process;

  private Program(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * @param environment added to that of this process, less the settings meant for the product
   * @param log what it says is appended there
   */
  static Program start(String name, List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("TIJIAN_"));
    builder.environment().putAll(environment);
    return new Program(name, builder.start());
  }

  /** Runs a program to its end, which must be a good one. */
  static void require(String name, List<String> command, Path log)
      throws IOException, InterruptedException {
    int exit = start(name, command, Map.of("LC_ALL", "C", "TZ", "UTC"), log).process.waitFor();
    if (exit != 0) {
      throw new IOException("%s ended with %d, see %s".formatted(name, exit, log));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** kill -9 of the process and of all it started, at one moment. */
  void kill() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    for (ProcessHandle child : children) {
      child.onExit().join();
    }
  }

  /** Asks it to end, and kills it when it does not. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      kill();
    }
  }

  /** Sends a signal to the process alone. */
  void ask(String signal) throws IOException, InterruptedException {
    send(signal, Stream.of(process.toHandle()));
  }

  /** Sends a signal to the process and to all it started. */
  void signal(String signal) throws IOException, InterruptedException {
    send(signal, Stream.concat(Stream.of(process.toHandle()), process.descendants()));
  }

  private static void send(String signal, Stream<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of("kill", "-" + signal),
                processes.map(ProcessHandle::pid).map(number -> Long.toString(number)))
            .toList();
    // A child may have ended since: what kill says of it is of no interest.
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Override
  public String toString() {
    return name + " (" + process.pid() + ")";
  }
}
