package org.tijian.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Gateway and inspection app apart, against servers that are not ours, with the variables of
 * docker/compose.yaml and its rules for topics: a frame published with a plain client stands on the
 * outlet's page.
 */
class ExternalServersIT {
  private static final String PASSWORD = "only-for-this-test-9f2c";
  private static final Path RULES =
      Path.of("../docker/mosquitto/topics.acl").toAbsolutePath().normalize();

  @Test
  void aFrameReachesThePageThroughForeignBrokerAndDatabases(@TempDir Path directory)
      throws Exception {
    String mn = "EXTERNAL0000000000000001";
    try (DebianServers servers = new DebianServers(RULES, List.of("gateway", mn), PASSWORD)) {
      createDatabases(servers);
      int port = TijianProcess.freePort();
      try (TijianProcess app = app(servers, directory, port);
          TijianProcess gateway = gateway(servers, directory)) {
        app.awaitReady("http://127.0.0.1:" + port + "/actuator/health");
        String outlet = registerDevice(servers, mn);
        ApiClient director =
            new ApiClient("http://127.0.0.1:" + port).signIn("director", password(app));
        String frame = frameFor(director, outlet, mn);
        gateway.await(
            "the frame to be stored",
            () -> published(servers, mn, frame) && shows(director, outlet));

        assertThat(value(director, outlet, "a21002")).isNotNull();
      }
    }
  }

  private static void createDatabases(DebianServers servers) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(servers.url("postgres"), "postgres", PASSWORD);
        Statement statement = connection.createStatement()) {
      for (String database : List.of("monitoring", "vault")) {
        statement.execute(
            "create role tijian_%s login password '%s'".formatted(database, PASSWORD));
        statement.execute("create database %1$s owner tijian_%1$s".formatted(database));
      }
      statement.execute(
          "create role tijian_vault_application login password '%s'".formatted(PASSWORD));
    }
  }

  private static TijianProcess app(DebianServers servers, Path directory, int port) {
    Map<String, String> environment = shared(servers, directory);
    environment.put("TIJIAN_GATEWAY_ENABLED", "false");
    environment.put("TIJIAN_HTTP_PORT", Integer.toString(port));
    environment.put("TIJIAN_DATA_DIR", directory.resolve("app").toString());
    environment.put("TIJIAN_VAULT_URL", servers.url("vault"));
    environment.put("TIJIAN_VAULT_USER", "tijian_vault_application");
    environment.put("TIJIAN_VAULT_PASSWORD", PASSWORD);
    environment.put("TIJIAN_VAULT_OWNER_USER", "tijian_vault");
    environment.put("TIJIAN_VAULT_OWNER_PASSWORD", PASSWORD);
    return TijianProcess.start(
        TijianProcess.unpacked("inspection-app"), AllInOne.MAIN, environment);
  }

  private static TijianProcess gateway(DebianServers servers, Path directory) {
    Map<String, String> environment = shared(servers, directory);
    environment.put("TIJIAN_DATA_DIR", directory.resolve("gateway").toString());
    environment.put("TIJIAN_MQTT_URL", "tcp://127.0.0.1:" + servers.mqttPort());
    environment.put("TIJIAN_MQTT_USER", "gateway");
    environment.put("TIJIAN_MQTT_PASSWORD", PASSWORD);
    return TijianProcess.start(
        TijianProcess.unpacked("gateway"), "org.tijian.gateway.GatewayApplication", environment);
  }

  /**
   * The readings' database, and the file that its keys are enciphered with, as in the compose file.
   */
  private static Map<String, String> shared(DebianServers servers, Path directory) {
    Map<String, String> environment = new HashMap<>(monitoring(servers));
    environment.put("TIJIAN_SECRET_FILE", directory.resolve("keys.secret").toString());
    return environment;
  }

  private static Map<String, String> monitoring(DebianServers servers) {
    return Map.of(
        "TIJIAN_MONITORING_URL",
        servers.url("monitoring"),
        "TIJIAN_MONITORING_USER",
        "tijian_monitoring",
        "TIJIAN_MONITORING_PASSWORD",
        PASSWORD);
  }

  /** A logger of the first outlet; registering by the pages is a later capability. */
  private static String registerDevice(DebianServers servers, String mn) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(servers.url("monitoring"), "tijian_monitoring", PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into device (mn, outlet_id) select '%s', min(id) from outlet".formatted(mn));
      try (var row = statement.executeQuery("select min(id) from outlet")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String password(TijianProcess app) throws InterruptedException {
    app.await(
        "the sign-ins",
        () -> app.output().stream().anyMatch(line -> line.matches("\\s*director\\s+\\S{8,}\\s.*")));
    return app.output().stream()
        .filter(line -> line.matches("\\s*director\\s+\\S{8,}\\s.*"))
        .findFirst()
        .orElseThrow()
        .strip()
        .split("\\s+")[1];
  }

  /** The frame of the ready command that the page shows, sent as the new device. */
  private static String frameFor(ApiClient director, String outlet, String mn) {
    JsonNode issued =
        director.post(
            "/api/outlets/%s/credentials".formatted(outlet),
            ApiClient.json().createObjectNode().put("label", "try"));
    String command = issued.path("tryIt").asString();
    String frame =
        command.substring(command.indexOf("##"), command.lastIndexOf('\'')).replace("\\r\\n", "");
    String segment =
        frame.substring(6, frame.length() - 4).replace(issued.path("mn").asString(), mn);
    return "##%04d%s%s".formatted(segment.length(), segment, crc(segment));
  }

  /** HJ 212-2017 annex A. */
  private static String crc(String segment) {
    int register = 0xFFFF;
    for (byte each : segment.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
      register = (register >> 8) ^ (each & 0xFF);
      for (int bit = 0; bit < 8; bit++) {
        register = (register & 1) == 1 ? (register >> 1) ^ 0xA001 : register >> 1;
      }
    }
    return "%04X".formatted(register);
  }

  /** Published again and again: the gateway may still be on its way to its first subscription. */
  private static boolean published(DebianServers servers, String mn, String frame)
      throws InterruptedException {
    try {
      DebianServers.run(
          "mosquitto_pub",
          "-h",
          "127.0.0.1",
          "-p",
          Integer.toString(servers.mqttPort()),
          "-q",
          "1",
          "-u",
          mn,
          "-P",
          PASSWORD,
          "-t",
          "tijian/v1/" + mn + "/hj212",
          "-m",
          frame);
      return true;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean shows(ApiClient director, String outlet) {
    return value(director, outlet, "a21002") != null;
  }

  private static JsonNode value(ApiClient director, String outlet, String factor) {
    for (JsonNode value : director.get("/api/outlets/" + outlet).path("values")) {
      if (value.path("factor").asString().equals(factor)) {
        return value.path("value");
      }
    }
    return null;
  }
}
