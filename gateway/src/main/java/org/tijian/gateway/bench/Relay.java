package org.tijian.gateway.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The {@linkplain RelayCommand reference} as seen from the measurement. */
final class Relay implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Process process;
  private final int port;
  private final BufferedReader answers;
  private final OutputStream questions;
  private final Thread ending = new Thread(this::end);

  private Relay(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
    this.answers = process.inputReader();
    this.questions = process.getOutputStream();
  }

  /** With a broker like the server's, and its register. */
  static Relay embedded(String heap, Server.Database register) throws IOException {
    return start(heap, register, Server.freePort(), "embedded");
  }

  /** Behind another broker, where everybody may read. */
  static Relay at(int port, Server.Database register) throws IOException {
    return start("512m", register, port, "external");
  }

  private static Relay start(String heap, Server.Database register, int port, String broker)
      throws IOException {
    Path folder = Files.createTempDirectory("tijian-bench-relay-");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                RelayCommand.class.getName(),
                register.url(),
                register.user(),
                register.password(),
                Integer.toString(port),
                folder.toString(),
                register.secret().toString(),
                broker)
            .redirectError(folder.resolve("relay.log").toFile())
            .start();
    Relay relay = new Relay(folder, process, port);
    Runtime.getRuntime().addShutdownHook(relay.ending);
    String said = relay.line();
    while (!said.equals("ready")) {
      said = relay.line();
    }
    return relay;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** Messages that reached the subscriber. */
  long received() throws IOException {
    questions.write('\n');
    questions.flush();
    return Long.parseLong(line());
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the relay ended: " + Files.readString(folder.resolve("relay.log")));
    }
    return line;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(ending);
    end();
  }

  private void end() {
    try {
      questions.close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Folders.delete(folder);
    } catch (IOException e) {
      process.destroy();
      System.err.println("bench: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
