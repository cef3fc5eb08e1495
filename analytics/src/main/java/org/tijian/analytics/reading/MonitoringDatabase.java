package org.tijian.analytics.reading;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of readings, devices and frames. A type of its own, and not a bare {@link
 * DataSource}, so that nobody can be handed the vault's by mistake: the two never meet in one
 * injection point.
 */
public final class MonitoringDatabase implements AutoCloseable {
  private static final long CONNECTION_MILLIS = 5_000;

  /**
   * A line may die without a word. Then this end gives up after so many seconds without a byte, and
   * the server ends a transaction of which it has heard nothing for a while, whose locks would hold
   * up its repeat. The address of the database may say otherwise ({@code ?socketTimeout=120}).
   */
  private static final String SILENCE_SECONDS = "60";

  private static final String SERVER_OPTIONS =
      "-c idle_in_transaction_session_timeout=60s"
          // A day may be removed or thawed whole, packed or not; a server without the extension
          // takes the name and does nothing with it.
          + " -c timescaledb.max_tuples_decompressed_per_dml_transaction=0";

  private final HikariDataSource dataSource;
  private final JdbcTemplate statements;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final StoreEngine engine;

  private MonitoringDatabase(HikariDataSource dataSource, StoreEngine engine) {
    this.dataSource = dataSource;
    this.engine = engine;
    this.statements = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(statements);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Connects and brings the schema up to date. */
  public static MonitoringDatabase open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("monitoring");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    // Who waits for a database that is away wants to know soon: everything here is tried again.
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
    config.addDataSourceProperty("options", SERVER_OPTIONS);
    // A batch is a handful of statements, always the same: prepared at once, binary from the start.
    config.addDataSourceProperty("prepareThreshold", "1");
    HikariDataSource dataSource = new HikariDataSource(config);
    // On connections of its own: a migration may take as long as it takes.
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/monitoring")
        .load()
        .migrate();
    return new MonitoringDatabase(dataSource, Timescale.use(url, user, password));
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** What the readings lie on, as found when it was opened. */
  public StoreEngine engine() {
    return engine;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** For statements by position, see {@link BatchStatement}. */
  JdbcTemplate statements() {
    return statements;
  }

  public TransactionTemplate transaction() {
    return transaction;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
