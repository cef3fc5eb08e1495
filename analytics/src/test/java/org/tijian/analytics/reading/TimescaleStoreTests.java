package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tijian.analytics.reading.Samples.NOON;
import static org.tijian.analytics.reading.Samples.minute;
import static org.tijian.analytics.reading.Samples.nox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tijian.analytics.testing.ReleasedSchemas;

/**
 * The contract on a server with TimescaleDB: {@code TIJIAN_TEST_TIMESCALE_URL} is the JDBC address
 * of an empty database there, user and password included, which the tests fill.
 */
@EnabledIfEnvironmentVariable(
    named = "TIJIAN_TEST_TIMESCALE_URL",
    matches = ".+",
    disabledReason = "TIJIAN_TEST_TIMESCALE_URL names no server with TimescaleDB")
class TimescaleStoreTests extends StoreContract {
  @Override
  String freshDatabase() {
    return System.getenv("TIJIAN_TEST_TIMESCALE_URL");
  }

  @Test
  void theExtensionIsSwitchedOnAndTheHotSideIsAHypertableWithColumnstore() {
    assertThat(count("pg_extension where extname = 'timescaledb'")).isOne();
    assertThat(engine().timescale()).isNotNull();
    assertThat(engine().hypertable()).isTrue();
    assertThat(engine().columnstore()).isTrue();
    assertThat(engine().whyNot()).isNull();
    assertThat(
            count(
                """
                timescaledb_information.hypertables
                 where hypertable_name = 'sample' and compression_enabled
                """))
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aDayInTheColumnstoreAnswersAsItsRowsDidAndTakesLateReadings(int seed) {
    append(day(new Random(seed)));
    append(List.of(minute("known", at(30), nox(3))));
    Answers before = answers();

    assertThat(packAll()).isPositive();

    assertThat(answers()).isEqualTo(before);
    assertThat(append(day(new Random(seed))).stored()).isZero();
    assertThat(append(List.of(minute("known again", at(30), nox(3)))))
        .isEqualTo(new FrameStore.Appended(0, 0, 1, 0));
    assertThat(answers()).isEqualTo(before);
    assertThat(append(List.of(minute("late", at(45), nox(4)))).stored()).isOne();
    assertThat(append(List.of(minute("differs", at(30), nox(5)))).stored()).isOne();
    Answers after = answers();
    assertThat(after.versions()).hasSize(before.versions().size() + 2);

    assertThat(upkeep(Duration.ofHours(24)).run(LATER)).isPositive();

    assertThat(answers()).isEqualTo(after);
  }

  @Test
  void aDayFoldedOutOfTheColumnstoreLeavesNoPartBehind() {
    append(day(new Random(4)));
    packAll();

    upkeep(Duration.ofHours(24)).run(LATER.plus(Duration.ofDays(1)));

    assertThat(count("sample")).isZero();
    assertThat(count("sample_parts()")).isZero();
  }

  /** As a clock gone wrong would send them: a part for each would stop the planner dead. */
  @Test
  void timesThatNobodyAwaitsMakeNoPartOfTheirOwn() {
    List<ArrivedFrame> wild = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      wild.add(minute("past " + i, NOON.minus(Duration.ofDays(17L * i)), nox(i)));
      wild.add(minute("future " + i, NOON.plus(Duration.ofDays(17L * i)), nox(i)));
    }
    append(wild);

    assertThat(count("sample_parts()")).isLessThan(3);
    assertThat(count("sample_rest")).isEqualTo(200);
    assertThat(count("sample_beyond")).isEqualTo(200);

    // Ten days on, what was far ahead is at hand.
    bounds("2026-11-17T00:00:00Z");
    assertThat(count("sample_beyond")).isEqualTo(199);
    assertThat(count("sample")).isEqualTo(400);
  }

  /** What others built on the views stays, and who may read what. */
  @Test
  void aPlainDatabaseBecomesAHypertableWithItsRowsAndItsReaders() throws SQLException {
    String name = "plain_" + ProcessHandle.current().pid();
    execute(freshDatabase(), "create database " + name);
    String url = freshDatabase().replaceFirst("/[^/?]+\\?", "/" + name + "?");
    ReleasedSchemas.make("db/monitoring", Integer.MAX_VALUE, url, "", "", Map.of());
    execute(
        url,
        """
        insert into factor_layout (factors) values ('{a21002}');
        insert into sample (outlet_id, kind, measured_at, part, version, received_at, frame_id,
                            layout_id, content_hash, value)
        select 7, 2051, at, 0, 0, at, n, 1, n, array[n]
          from (select n, now() - make_interval(hours => n) as at from generate_series(1, 500) as n)
                 as hours;
        create view seen as select count(*) as readings from reading_version;
        grant select on reading_version to pg_monitor;
        grant select on sample to pg_monitor
        """);

    try (MonitoringDatabase plain = MonitoringDatabase.open(url, "", "")) {
      assertThat(plain.engine().hypertable()).isTrue();
      assertThat(
              plain
                  .jdbc()
                  .sql(
                      """
                      select (select readings from seen) || ' '
                             || (select sum(value) from reading_version) || ' '
                             || has_table_privilege('pg_monitor', 'sample', 'select') || ' '
                             || has_table_privilege('pg_monitor', 'reading_version', 'select')
                      """)
                  .query(String.class)
                  .single())
          .isEqualTo("500 125250 true true");
    }
    execute(freshDatabase(), "drop database " + name);
  }

  /** All parts that are over on the evening of the day. */
  private long packAll() {
    upkeep(Duration.ofDays(20)).run(LATER);
    return count("sample_parts() where is_packed");
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
