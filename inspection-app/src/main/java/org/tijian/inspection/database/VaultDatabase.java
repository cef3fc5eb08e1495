package org.tijian.inspection.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of accounts, check-ups and everything that was found in them. It has a role and
 * credentials of its own; neither the gateway nor the readings' role can connect to it.
 */
public final class VaultDatabase implements AutoCloseable {
  private final HikariDataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  private VaultDatabase(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Connects and brings the schema up to date. The role must own its database. */
  public static VaultDatabase open(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("vault");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(10);
    // The detail of a refused row repeats the row, and what was said in a visit is logged nowhere.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource dataSource = new HikariDataSource(config);
    Flyway.configure().dataSource(dataSource).locations("classpath:db/vault").load().migrate();
    return new VaultDatabase(dataSource);
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public TransactionTemplate transaction() {
    return transaction;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
