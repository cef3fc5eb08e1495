package org.tijian.gateway.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The mosquitto of the distribution as an external broker, open to everybody on loopback. */
final class Mosquitto implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final int port;
  private final Thread ending = new Thread(this::end);

  private Mosquitto(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /**
   * @throws IOException if it is not installed or does not start
   */
  static Mosquitto start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tijian-bench-mosquitto-");
    int port = Server.freePort();
    Path settings =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            """
            listener %d 127.0.0.1
            allow_anonymous true
            max_inflight_messages 500
            max_queued_messages 0
            %s
            """
                .formatted(
                    port, "root".equals(System.getProperty("user.name")) ? "user root" : ""));
    Path installed = Path.of("/usr/sbin/mosquitto");
    String program = Files.exists(installed) ? installed.toString() : "mosquitto";
    Process process =
        new ProcessBuilder(program, "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    Mosquitto mosquitto = new Mosquitto(folder, process, port);
    Runtime.getRuntime().addShutdownHook(mosquitto.ending);
    mosquitto.awaitListening();
    return mosquitto;
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int i = 0; i < 100 && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException(
        "mosquitto does not start: " + Files.readString(folder.resolve("mosquitto.log")));
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(ending);
    end();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Folders.delete(folder);
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
