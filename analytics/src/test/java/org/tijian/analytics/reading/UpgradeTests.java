package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.NOX;
import static org.tijian.analytics.reading.Samples.OUTLET;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.testing.ReleasedSchemas;
import org.tijian.analytics.testing.TestPostgres;

/** Databases of every released schema, with readings in them, brought up to date. */
class UpgradeTests {
  private static final String ROW =
      """
      insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                          layout_id, content_hash, value, mark)
      values (7, 2051, ?, 0, 0, ?, ?, 1, ?, ?::float8[], ?::text[])
      """;

  static List<Integer> versions() {
    return ReleasedSchemas.before("db/monitoring");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void readingsOfEveryReleasedSchemaAreKeptFoldedAndKnownAgain(int version) throws SQLException {
    String url = TestPostgres.freshDatabase();
    ReleasedSchemas.make("db/monitoring", version, url, "postgres", "postgres", Map.of());
    Instant today = Instant.now();
    fill(url, today);

    try (MonitoringDatabase database = MonitoringDatabase.open(url, "postgres", "postgres")) {
      ReadingStore readings = ReadingStore.on(database);
      assertThat(values(readings, NOON)).containsExactly(0, 1, 2, 3, 4);
      assertThat(values(readings, today.minusSeconds(1))).hasSize(5);

      SampleUpkeep.on(database, Duration.ofHours(24), null).run(today);

      assertThat(values(readings, NOON)).containsExactly(0, 1, 2, 3, 4);
      assertThat(values(readings, today.minusSeconds(1))).hasSize(5);
      assertThat(FrameStore.on(database).append(List.of(minute("again", NOON, nox(0)))))
          .isEqualTo(new FrameStore.Appended(0, 0, 1, 0));
      assertThat(FrameStore.on(database).append(List.of(minute("other", NOON, nox(9)))))
          .isEqualTo(new FrameStore.Appended(1, 0, 0, 0));
      assertThat(values(readings, NOON)).containsExactly(9, 1, 2, 3, 4);
    }
  }

  /** Five minutes long ago and five of today, as the releases before wrote them. */
  private static void fill(String url, Instant today) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement layout = connection.createStatement();
        PreparedStatement row = connection.prepareStatement(ROW)) {
      layout.execute("insert into factor_layout (factors) values ('{%s}')".formatted(NOX));
      for (int i = 0; i < 10; i++) {
        Instant at = (i < 5 ? NOON : today).plusSeconds(60L * (i % 5));
        SampleRow sample =
            SampleRow.of(new PeriodReadings(OUTLET, PeriodKind.MINUTE, at, 0, List.of(nox(i % 5))));
        row.setObject(1, at.atOffset(ZoneOffset.UTC));
        row.setObject(2, at.plusSeconds(65).atOffset(ZoneOffset.UTC));
        row.setLong(3, i);
        row.setLong(4, sample.contentHash());
        row.setString(5, "{%d}".formatted(i % 5));
        row.setString(6, null);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static double[] values(ReadingStore readings, Instant from) {
    return readings
        .series(OUTLET, NOX, PeriodKind.MINUTE, from, from.plus(Duration.ofMinutes(10)))
        .value();
  }
}
