package org.tijian.analytics.reading;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses TimescaleDB where the server offers it: switches it on in this database and makes a
 * hypertable of the hot side. Where that cannot be done everything works on native partitions, and
 * the log and the health page say why.
 */
final class Timescale {
  private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);

  /** By transaction: processes that start together do this one after the other. */
  private static final String ALONE =
      "select pg_advisory_xact_lock(hashtext('tijian.sample_hypertable'))";

  private static final String OFFERED =
      """
      select exists (select from pg_available_extensions where name = 'timescaledb'),
             exists (select from pg_extension where extname = 'timescaledb')
      """;

  private static final String SWITCH_ON = "create extension if not exists timescaledb";

  private static final String CONVERT = "select sample_to_hypertable()";

  private static final String STATE =
      """
      select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1),
             (select extversion from pg_extension where extname = 'timescaledb'),
             sample_is_hypertable(), sample_has_columnstore()
      """;

  private final String url;
  private final String user;
  private final String password;
  private @Nullable String whyNot;

  private Timescale(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** On connections of its own: moving rows into a hypertable may take as long as it takes. */
  static StoreEngine use(String url, String user, String password) {
    Timescale timescale = new Timescale(url, user, password);
    if (timescale.isOn()) {
      timescale.attempt("the hot side stays on native partitions", CONVERT);
    }
    StoreEngine engine = timescale.state();
    LOG.info("Readings: {}", engine.describe());
    return engine;
  }

  private boolean isOn() {
    boolean[] offered = new boolean[2];
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OFFERED)) {
      row.next();
      offered[0] = row.getBoolean(1);
      offered[1] = row.getBoolean(2);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask what the server offers", e);
    }
    return offered[1]
        || offered[0] && attempt("TimescaleDB is offered and cannot be switched on", SWITCH_ON);
  }

  private boolean attempt(String otherwise, String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(ALONE);
      statement.execute(sql);
      connection.commit();
      return true;
    } catch (SQLException e) {
      whyNot = otherwise + ": " + firstLine(e);
      LOG.warn("{}", whyNot);
      return false;
    }
  }

  /** Without the hints, which tell the machine's paths. */
  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private StoreEngine state() {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      row.next();
      return new StoreEngine(
          row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4), whyNot);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot ask what the readings lie on", e);
    }
  }
}
