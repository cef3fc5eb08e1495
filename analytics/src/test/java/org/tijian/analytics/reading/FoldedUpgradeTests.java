package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.CO;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tijian.analytics.pack.FactorColumns;
import org.tijian.analytics.testing.ReleasedSchemas;
import org.tijian.analytics.testing.TestPostgres;

/**
 * Databases of the releases that folded each factor of a day into a row of its own, with folded
 * days in them, brought up to date.
 */
class FoldedUpgradeTests {
  private static final int FIRST_THAT_FOLDED = 6;
  private static final int FIRST_WITH_ONE_BLOCK_A_DAY = 11;
  private static final int MINUTES = 300;
  private static final Map<Integer, List<String>> LAYOUTS =
      Map.of(1, List.of(NOX, CO), 2, List.of(CO));

  static List<Integer> versions() {
    return ReleasedSchemas.before("db/monitoring").stream()
        .filter(version -> version >= FIRST_THAT_FOLDED && version < FIRST_WITH_ONE_BLOCK_A_DAY)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void foldedDaysOfEveryReleasedSchemaAnswerAndThawAsBefore(int version) throws SQLException {
    String url = TestPostgres.freshDatabase();
    ReleasedSchemas.make("db/monitoring", version, url, "postgres", "postgres", Map.of());
    fill(url);

    try (MonitoringDatabase database = MonitoringDatabase.open(url, "postgres", "postgres")) {
      ReadingStore readings = ReadingStore.on(database);
      for (int day = 0; day < 2; day++) {
        assertThat(series(readings, NOX, day)).containsExactly(values(day, NOX));
        assertThat(series(readings, CO, day)).containsExactly(values(day, CO));
      }
      assertThat(sum(database, NOX)).isEqualTo(expected(NOX));
      assertThat(sum(database, CO)).isEqualTo(expected(CO));

      ArrivedFrame late = minute("late", NOON.plus(Duration.ofMinutes(MINUTES)), nox(5));
      assertThat(FrameStore.on(database).append(List.of(late)).stored()).isEqualTo(1);

      assertThat(count(database, "sample")).isEqualTo(MINUTES + 1);
      for (int day = 0; day < 2; day++) {
        assertThat(series(readings, NOX, day)).containsExactly(values(day, NOX));
        assertThat(series(readings, CO, day)).containsExactly(values(day, CO));
      }
    }
  }

  /** Every third row has only CO. */
  private static boolean has(String factor, int minute) {
    return factor.equals(CO) || minute % 3 != 2;
  }

  private static double value(int day, String factor, int minute) {
    return (factor.equals(NOX) ? 100 : 7) + day + minute % 17 / 100.0;
  }

  /** NaN where a period is without the factor. */
  private static double[] values(int day, String factor) {
    double[] values = new double[MINUTES];
    for (int i = 0; i < MINUTES; i++) {
      values[i] = has(factor, i) ? value(day, factor, i) : Double.NaN;
    }
    return values;
  }

  private static String expected(String factor) {
    double sum = 0;
    for (int day = 0; day < 2; day++) {
      for (double value : values(day, factor)) {
        sum += Double.isNaN(value) ? 0 : value;
      }
    }
    return "%.2f".formatted(sum);
  }

  private static Instant start(int day) {
    return NOON.plus(Duration.ofDays(day));
  }

  private static void fill(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into factor_layout (id, factors) overriding system value values (1, '{%s,%s}'), (2, '{%s}')"
              .formatted(NOX, CO, CO));
      statement.execute("alter table factor_layout alter column id restart with 3");
      for (int day = 0; day < 2; day++) {
        add(connection, folded(day));
      }
      statement.execute("update sample_horizon set day = '2026-12-01'");
    }
  }

  private static FoldedDay folded(int day) {
    List<StoredRow> rows = new ArrayList<>();
    for (int i = 0; i < MINUTES; i++) {
      int layout = has(NOX, i) ? 1 : 2;
      FactorColumns factors = FactorColumns.empty(LAYOUTS.get(layout).size());
      for (int f = 0; f < factors.rows(); f++) {
        factors.value()[f] = value(day, LAYOUTS.get(layout).get(f), i);
      }
      long at = start(day).plusSeconds(60L * i).toEpochMilli() * 1000;
      rows.add(new StoredRow(at, 0, 0, layout, 1000L * day + i, at + 65_000_000, i, factors));
    }
    return new DayPacker(
            new OutletDay(OUTLET, PeriodKind.MINUTE.code(), BeijingTime.dateOf(start(day))),
            LAYOUTS)
        .pack(rows);
  }

  /** As releases before wrote it. */
  private static void add(Connection connection, FoldedDay day) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "insert into sample_day values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      row.setLong(1, day.day().outletId());
      row.setInt(2, day.day().kind());
      row.setObject(3, day.day().day());
      row.setInt(4, day.rows());
      row.setInt(5, day.periods());
      row.setObject(6, day.first().atOffset(ZoneOffset.UTC));
      row.setObject(7, day.last().atOffset(ZoneOffset.UTC));
      row.setArray(8, connection.createArrayOf("int", day.layoutIds().toArray()));
      row.setBytes(9, day.columns().times());
      row.setBytes(10, day.columns().places());
      row.setBytes(11, day.columns().arrivals());
      row.setBytes(12, day.hashes());
      row.execute();
    }
    try (PreparedStatement row =
        connection.prepareStatement("insert into sample_block values (?, ?, ?, ?, ?)")) {
      for (Map.Entry<String, byte[]> factor : day.factors().entrySet()) {
        row.setLong(1, day.day().outletId());
        row.setInt(2, day.day().kind());
        row.setString(3, factor.getKey());
        row.setObject(4, day.day().day());
        row.setBytes(5, factor.getValue());
        row.execute();
      }
    }
  }

  private static double[] series(ReadingStore readings, String factor, int day) {
    return readings
        .series(
            OUTLET,
            factor,
            PeriodKind.MINUTE,
            start(day),
            start(day).plus(Duration.ofMinutes(MINUTES)))
        .value();
  }

  private static String sum(MonitoringDatabase database, String factor) {
    return database
        .jdbc()
        .sql(
            """
            select to_char(sum(value), 'FM999990.00')
              from readings(:outlet, 2051, :factor, :from, :until)
            """)
        .param("outlet", OUTLET)
        .param("factor", factor)
        .param("from", NOON.atOffset(ZoneOffset.UTC))
        .param("until", NOON.plus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .single();
  }

  private static long count(MonitoringDatabase database, String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
