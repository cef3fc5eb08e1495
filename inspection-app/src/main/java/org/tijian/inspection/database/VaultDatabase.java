package org.tijian.inspection.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.start.CannotStart;

/**
 * The database of accounts, check-ups and everything that was found in them. It has roles and
 * credentials of its own; neither the gateway nor the readings' role can connect to it.
 *
 * <p>Two roles: the owner brings the schema up to date when the process starts and is not used
 * again; the application works with a role that owns nothing, so that what the database refuses it
 * stays refused.
 */
public final class VaultDatabase implements AutoCloseable {
  private static final String STRONGER =
      """
      select rolsuper or rolbypassrls
          or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where n.nspname in ('public', 'sealed') and pg_has_role(current_user, c.relowner, 'member'))
        from pg_roles where rolname = current_user
      """;

  private final HikariDataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  private VaultDatabase(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * Brings the schema up to date as its owner, then connects as the application.
   *
   * @throws CannotStart if the application's role could lift what the database refuses it
   */
  public static VaultDatabase open(String url, Login application, Login owner) {
    Flyway.configure()
        .dataSource(url, owner.user(), owner.password())
        .locations("classpath:db/vault")
        .placeholders(Map.of("application", application.user()))
        .load()
        .migrate();
    VaultDatabase vault = new VaultDatabase(new HikariDataSource(config(url, application)));
    if (vault.jdbc.sql(STRONGER).query(Boolean.class).single()) {
      vault.close();
      throw tooStrong(application.user());
    }
    return vault;
  }

  private static HikariConfig config(String url, Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("vault");
    config.setJdbcUrl(url);
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(10);
    // The detail of a refused row repeats the row, and what was said in a visit is logged nowhere.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
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

  /** Name and password of a database role. */
  public record Login(String user, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "Login[%s]".formatted(user);
    }
  }

  private static CannotStart tooStrong(String user) {
    return new CannotStart(
        new LocalName(
            "数据库用户 %s 是所有者或者超级用户，数据库的行级保护对它不起作用。".formatted(user),
            "The database user %s owns tables or is a superuser: row-level security would not hold it."
                .formatted(user)),
        new LocalName(
            "请为 TIJIAN_VAULT_USER 建立一个普通用户，所有者写入 TIJIAN_VAULT_OWNER_USER 和 _PASSWORD。",
            "Give TIJIAN_VAULT_USER a role of its own; name the owner in TIJIAN_VAULT_OWNER_USER and _PASSWORD."));
  }
}
