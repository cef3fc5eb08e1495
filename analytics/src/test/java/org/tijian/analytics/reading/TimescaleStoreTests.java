package org.tijian.analytics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

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
    String url = System.getenv("TIJIAN_TEST_TIMESCALE_URL");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      // Before the first table: from then on every statement is planned with the extension's help.
      statement.execute("create extension if not exists timescaledb");
    } catch (SQLException e) {
      throw new IllegalStateException("TimescaleDB cannot be switched on", e);
    }
    return url;
  }

  @Test
  void theExtensionIsAtWorkAndTheLayoutIsThePlainOne() {
    assertThat(count("pg_extension where extname = 'timescaledb'")).isOne();
    assertThat(count("timescaledb_information.hypertables")).isZero();
    assertThat(count("pg_inherits where inhparent = 'sample'::regclass")).isPositive();
  }
}
