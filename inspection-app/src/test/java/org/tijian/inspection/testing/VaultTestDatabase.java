package org.tijian.inspection.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tijian.analytics.testing.TestPostgres;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.database.VaultDatabase.Login;

/**
 * An empty vault database of its own with its two roles, and a way in for the tests that no role of
 * the product has.
 *
 * @param superuser JDBC URL with user and password in it
 */
public record VaultTestDatabase(
    String superuser, String url, String name, Login application, Login owner) {
  private static final String PASSWORD = "only-for-tests";

  public static VaultTestDatabase fresh() {
    String superuser = TestPostgres.freshDatabase();
    String name = superuser.replaceFirst(".*/([^/?]+)\\?.*", "$1");
    Login owner = new Login("owner_of_" + name, PASSWORD);
    Login application = new Login("application_of_" + name, PASSWORD);
    try (Connection connection = DriverManager.getConnection(superuser);
        Statement statement = connection.createStatement()) {
      for (Login login : new Login[] {owner, application}) {
        statement.execute(
            "create role %s login password '%s'".formatted(login.user(), login.password()));
      }
      statement.execute("alter database %s owner to %s".formatted(name, owner.user()));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot prepare " + name, e);
    }
    return new VaultTestDatabase(
        superuser, superuser.replaceFirst("\\?.*", ""), name, application, owner);
  }

  public VaultDatabase open() {
    return VaultDatabase.open(url, application, owner);
  }

  /** Sees every row, as an administrator of the server does. */
  public JdbcClient administrator() {
    return JdbcClient.create(new DriverManagerDataSource(superuser));
  }
}
