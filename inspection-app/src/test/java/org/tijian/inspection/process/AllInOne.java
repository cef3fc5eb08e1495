package org.tijian.inspection.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The all-in-one start over one data directory: may be killed and started again. */
final class AllInOne implements AutoCloseable {
  static final String MAIN = "org.tijian.inspection.InspectionApplication";
  private static final Pattern SIGN_IN =
      Pattern.compile("\\s*(director2?|expert2?|office)\\s+(\\S{8,})\\s+.*");

  private final Path dataDirectory;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> passwords = new HashMap<>();
  private final int httpPort = TijianProcess.freePort();
  private final int mqttPort = TijianProcess.freePort();
  private TijianProcess process;

  AllInOne(Path dataDirectory, Map<String, String> environment) throws InterruptedException {
    this.dataDirectory = dataDirectory;
    this.environment.putAll(environment);
    this.environment.put("TIJIAN_DATA_DIR", dataDirectory.toString());
    this.environment.put("TIJIAN_HTTP_PORT", Integer.toString(httpPort));
    this.environment.put("TIJIAN_MQTT_PORT", Integer.toString(mqttPort));
    this.process = launch();
    process.await("the sign-ins", () -> signInsTold() || environment.containsKey("TIJIAN_EMPTY"));
  }

  private TijianProcess launch() throws InterruptedException {
    return TijianProcess.start(TijianProcess.unpacked("inspection-app"), MAIN, environment)
        .awaitReady(url() + "/actuator/health");
  }

  /** Starts again over the same data, after a kill or a stop. */
  void startAgain() throws InterruptedException {
    process = launch();
  }

  TijianProcess process() {
    return process;
  }

  int mqttPort() {
    return mqttPort;
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  ApiClient signedIn(String username) {
    String password = passwords.get(username);
    if (password == null) {
      throw new IllegalStateException("no sign-in of " + username + " was printed");
    }
    return new ApiClient(url()).signIn(username, password);
  }

  private boolean signInsTold() {
    for (String line : process.output()) {
      Matcher matcher = SIGN_IN.matcher(line);
      if (matcher.matches()) {
        passwords.put(matcher.group(1), matcher.group(2));
      }
    }
    return passwords.size() == 5;
  }

  /** A connection of the role that owns one of the two databases. */
  Connection connect(String database) throws SQLException {
    Properties known = new Properties();
    try (InputStream in = Files.newInputStream(dataDirectory.resolve("postgres.properties"))) {
      known.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String role = "tijian_" + database;
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/%s".formatted(known.getProperty("port"), database),
        role,
        known.getProperty("password." + role));
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
