package org.tijian.inspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The first promise against kill -9: while a data logger sends at QoS 1, the whole process (broker,
 * gateway and app; its PostgreSQL is orphaned each time) is killed ten times. Every frame the
 * logger holds an acknowledgement for must be stored exactly once, and no period may be shown
 * twice.
 */
class KilledProcessIT {
  private static final int KILLS = 10;
  private static final long SEED = 20260101;
  private static final Pattern QN = Pattern.compile("QN=(\\d{17})");

  @Test
  void everyAcknowledgedFrameIsStoredExactlyOnceThroughTenKills(@TempDir Path directory)
      throws Exception {
    Random random = new Random(SEED);
    Path acknowledged = directory.resolve("acknowledged.log");
    try (AllInOne tijian =
            new AllInOne(directory.resolve("data"), Map.of("TIJIAN_DEMO_HISTORY_DAYS", "0"));
        TijianProcess logger = logger(tijian, acknowledged)) {
      for (int kill = 0; kill < KILLS; kill++) {
        long before = lines(acknowledged).size();
        logger.await("new acknowledgements", () -> lines(acknowledged).size() > before);
        Thread.sleep(random.nextInt(1500));
        tijian.process().kill();
        tijian.startAgain();
      }
      long before = lines(acknowledged).size();
      logger.await(
          "acknowledgements after the last kill", () -> lines(acknowledged).size() > before);
      assertThat(logger.isAlive())
          .as("the logger still had frames to send at the last kill")
          .isTrue();
      logger.stop();

      List<String> claimed = lines(acknowledged);
      tijian.process().await("the gateway to drain", () -> missing(tijian, claimed) == 0);

      assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThan(1000);
      Map<String, Integer> stored = storedFrames(tijian);
      assertThat(claimed)
          .allSatisfy(qn -> assertThat(stored.get(qn)).as("rows of frame %s", qn).isEqualTo(1));
      assertThat(periodsShownTwice(tijian)).isZero();
    }
  }

  /** A logger with a history long enough that it has something to send until the end. */
  private static TijianProcess logger(AllInOne tijian, Path acknowledged) throws IOException {
    Files.createFile(acknowledged);
    ApiClient director = tijian.signedIn("director");
    JsonNode outlet = director.get("/api/outlets").get(0);
    JsonNode credential =
        director.post(
            "/api/outlets/%s/credentials".formatted(outlet.path("id").asString()),
            ApiClient.json().createObjectNode().put("label", "kill test"));
    return TijianProcess.start(
        TijianProcess.unpacked("inspection-app"),
        "org.tijian.gateway.emulator.EmulateCommand",
        Map.of("TIJIAN_DEVICE_PASSWORD", credential.path("password").asString()),
        "--broker",
        "tcp://127.0.0.1:" + tijian.mqttPort(),
        "--mn",
        credential.path("mn").asString(),
        "--outlet",
        "turbine-a",
        "--from",
        Instant.now().minus(1000, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).toString(),
        "--acked-log",
        acknowledged.toString());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long missing(AllInOne tijian, List<String> claimed) {
    try {
      Map<String, Integer> stored = storedFrames(tijian);
      return claimed.stream().filter(qn -> !stored.containsKey(qn)).count();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows of frames with readings, by QN. */
  private static Map<String, Integer> storedFrames(AllInOne tijian) throws SQLException {
    Map<String, Integer> stored = new HashMap<>();
    try (Connection connection = tijian.connect("monitoring");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select convert_from(bytes, 'UTF8') from frame where verdict in ('readings', 'repeated')")) {
      while (rows.next()) {
        Matcher qn = QN.matcher(rows.getString(1));
        if (qn.find()) {
          stored.merge(qn.group(1), 1, Integer::sum);
        }
      }
    }
    return stored;
  }

  private static long periodsShownTwice(AllInOne tijian) throws SQLException {
    try (Connection connection = tijian.connect("monitoring");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from (select 1 from sample_period group by outlet_id, kind, measured_at, part"
                    + " having count(*) > 1) as twice")) {
      row.next();
      return row.getLong(1);
    }
  }
}
