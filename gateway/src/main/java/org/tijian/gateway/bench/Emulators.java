package org.tijian.gateway.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Emulated loggers in a process of their own. */
final class Emulators implements AutoCloseable {
  private static final long STOP_SECONDS = 10;

  private final Process process;
  private final OutputStream input;
  private final Thread ending = new Thread(this::end);

  private Emulators(Process process) {
    this.process = process;
    this.input = process.getOutputStream();
  }

  /** Loggers with history from a moment on, then live data every second, whose line is cut. */
  static Emulators start(
      List<Fleet.Member> members, int mqttPort, Instant from, Instant cut, int hours)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tijian.gateway.emulator.EmulateCommand",
                "--config",
                "-",
                "--interval",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Emulators emulators = new Emulators(process);
    Runtime.getRuntime().addShutdownHook(emulators.ending);
    emulators.tell(members, mqttPort, from, cut, hours);
    return emulators;
  }

  private void tell(List<Fleet.Member> members, int port, Instant from, Instant cut, int hours)
      throws IOException {
    String devices =
        members.stream()
            .map(member -> device(member, from, cut, hours))
            .collect(Collectors.joining(","));
    String line =
        "{\"broker\":\"tcp://127.0.0.1:%d\",\"live\":true,\"devices\":[%s]}\n"
            .formatted(port, devices);
    input.write(line.getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  private static String device(Fleet.Member member, Instant from, Instant cut, int hours) {
    return """
        {"mn":"%s","password":"%s","profile":"turbine-a","historyFrom":"%s","fault":"gap",\
        "gap-from":"%s","gap-hours":"%d"}"""
        .formatted(member.mn(), member.password(), from, cut, hours);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(ending);
    end();
  }

  private void end() {
    try {
      input.close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
