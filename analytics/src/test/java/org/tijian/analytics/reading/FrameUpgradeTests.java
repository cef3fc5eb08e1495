package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.testing.ReleasedSchemas;
import org.tijian.analytics.testing.TestPostgres;

/** Databases of every released schema, with frames in them, brought up to date. */
class FrameUpgradeTests {
  private static final int FRAMES = 30;
  private static final String MN = "OLD0001";
  private static final String ROW =
      """
      insert into frame (mn, digest, received_at, last_received_at, copies, transport, command,
                         bytes, verdict, refusal_code)
      values (?, ?, ?, ?, 2, 'mqtt', '2051', ?, ?, ?)
      """;

  static List<Integer> versions() {
    return ReleasedSchemas.before("db/monitoring");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void framesOfEveryReleasedSchemaAreKeptFoldedAndFound(int version) throws SQLException {
    String url = TestPostgres.freshDatabase();
    ReleasedSchemas.make("db/monitoring", version, url, "postgres", "postgres", Map.of());
    fill(url);

    try (MonitoringDatabase database = MonitoringDatabase.open(url, "postgres", "postgres")) {
      FrameLedger ledger = FrameLedger.on(database);
      Reconciliation.Sums before = ledger.reconcile(MN).frames();

      long folded = FrameUpkeep.on(database, Duration.ofHours(24), null).run(Instant.now());

      assertThat(folded).isEqualTo(FRAMES - 1);
      assertThat(ledger.reconcile(MN).frames()).isEqualTo(before);
      for (int id = 1; id <= FRAMES; id++) {
        assertThat(ledger.frame(MN, id)).hasValue(bytes(id));
      }
      assertThat(ledger.quarantine(MN, null, 10)).hasSize(1);
    }
  }

  private static byte[] bytes(int number) {
    return "##frame %d=%d&&".formatted(number, number * 7).getBytes(StandardCharsets.UTF_8);
  }

  /** The last one is refused. */
  private static void fill(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement row = connection.prepareStatement(ROW)) {
      for (int number = 1; number <= FRAMES; number++) {
        Instant at = Instant.parse("2026-11-01T00:00:00.123456Z").plusSeconds(60L * number);
        row.setString(1, MN);
        row.setBytes(2, Digest.of(bytes(number)).toColumn());
        row.setObject(3, at.atOffset(ZoneOffset.UTC));
        row.setObject(4, at.plusMillis(5).atOffset(ZoneOffset.UTC));
        row.setBytes(5, bytes(number));
        row.setString(6, number == FRAMES ? "refused" : number % 5 == 0 ? "noted" : "readings");
        row.setString(7, number == FRAMES ? "crc-mismatch" : null);
        row.addBatch();
      }
      row.executeBatch();
    }
  }
}
