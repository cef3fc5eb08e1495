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
    return System.getenv("TIJIAN_TEST_TIMESCALE_URL");
  }

  @Test
  void theServerHasTheExtension() throws SQLException {
    try (Connection connection = DriverManager.getConnection(freshDatabase());
        Statement statement = connection.createStatement()) {
      assertThat(
              statement
                  .executeQuery("select 1 from pg_available_extensions where name = 'timescaledb'")
                  .next())
          .isTrue();
    }
  }
}
