package org.tijian.gateway.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The peer: Node-RED with a flow as people build it, MQTT in, HJ 212 parsed with its check sum,
 * inserted into PostgreSQL. Installed from npm into a folder of its own when it is asked for.
 */
final class NodeRed implements AutoCloseable {
  private static final long INSTALL_MINUTES = 15;
  private static final long START_SECONDS = 120;

  private final Process process;
  private final Path log;
  private final Thread ending = new Thread(this::end);

  private NodeRed(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Installs it, unless the folder has it already. */
  static void install(Path folder, Sheet sheet) throws IOException, InterruptedException {
    if (Files.exists(folder.resolve("node_modules/node-red/red.js"))
        && Files.exists(folder.resolve("node_modules/pg/package.json"))) {
      return;
    }
    sheet.progress("npm installs node-red and pg in " + folder);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("package.json"), "{\"private\": true}\n");
    Path log = folder.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "node-red", "pg")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroy();
      throw new IOException("npm could not install the peer: " + Files.readString(log));
    }
  }

  /** The version that npm installed. */
  static String version(Path folder, String name) throws IOException {
    String text = Files.readString(folder.resolve("node_modules/" + name + "/package.json"));
    return name + " " + JsonMapper.shared().readTree(text).path("version").asString("?");
  }

  /**
   * @param batch most frames in one insert
   */
  static NodeRed start(Path folder, int mqttPort, Server.Database database, int batch)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("flow.json"), flow(mqttPort));
    Files.writeString(folder.resolve("settings.js"), resource("peer-settings.js"));
    Path log = folder.resolve("node-red.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            "node", "node_modules/node-red/red.js", "-u", folder.toString(), "-s", "settings.js");
    builder.environment().put("BENCH_UI_PORT", Integer.toString(Server.freePort()));
    builder.environment().put("BENCH_BATCH", Integer.toString(batch));
    builder.environment().put("BENCH_DATABASE", url(database));
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    NodeRed peer = new NodeRed(builder.start(), log);
    Runtime.getRuntime().addShutdownHook(peer.ending);
    peer.awaitConnected();
    return peer;
  }

  private static String url(Server.Database database) {
    return database
        .url()
        .replace(
            "jdbc:postgresql://",
            "postgresql://%s:%s@".formatted(database.user(), database.password()));
  }

  private static String flow(int mqttPort) throws IOException {
    ArrayNode nodes = JsonMapper.shared().createArrayNode();
    nodes.addObject().put("id", "flow").put("type", "tab").put("label", "HJ 212");
    nodes
        .addObject()
        .put("id", "broker")
        .put("type", "mqtt-broker")
        .put("broker", "127.0.0.1")
        .put("port", mqttPort)
        .put("clientid", "bench-peer")
        .put("protocolVersion", "4")
        .put("keepalive", 60)
        .put("cleansession", true);
    nodes
        .addObject()
        .put("id", "in")
        .put("type", "mqtt in")
        .put("z", "flow")
        .put("topic", Workload.UNHEARD + "/+/hj212")
        .put("qos", "1")
        .put("datatype", "buffer")
        .put("broker", "broker")
        .putArray("wires")
        .addArray()
        .add("parse");
    function(nodes, "parse", resource("peer-parse.js")).addArray().add("insert");
    function(nodes, "insert", resource("peer-insert.js"));
    return nodes.toString();
  }

  private static ArrayNode function(ArrayNode nodes, String id, String code) {
    return nodes
        .addObject()
        .put("id", id)
        .put("type", "function")
        .put("z", "flow")
        .put("func", code)
        .put("outputs", 1)
        .putArray("wires");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NodeRed.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void awaitConnected() throws IOException, InterruptedException {
    for (long i = 0; i < 10 * START_SECONDS && process.isAlive(); i++) {
      if (said().contains("Connected to broker")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("Node-RED does not start: " + said());
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  /** Errors it told of, at most a few. */
  List<String> errors() throws IOException {
    return said().lines().filter(line -> line.contains("[error]")).limit(3).toList();
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
