package org.tijian.inspection.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The two databases of the embedded server. Each belongs to a role of its own that can connect to
 * nothing else, so that whoever has the readings' password is still outside the vault. In the vault
 * the application works with a third role that owns nothing.
 */
final class PostgresDatabases {
  static final String MONITORING = "monitoring";
  static final String VAULT = "vault";

  /** Works in the vault, owns nothing there. */
  static final String VAULT_APPLICATION = "tijian_vault_application";

  private PostgresDatabases() {}

  static String roleOf(String database) {
    return "tijian_" + database;
  }

  /** Brings roles, databases and rights to what they should be; may be repeated. */
  static void prepare(PostgresServer server) throws IOException, SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            server.url("postgres"),
            PostgresCluster.SUPERUSER,
            server.password(PostgresCluster.SUPERUSER))) {
      for (String database : List.of(MONITORING, VAULT)) {
        prepare(connection, database, server.password(roleOf(database)));
      }
      role(connection, VAULT_APPLICATION, server.password(VAULT_APPLICATION));
      execute(connection, "grant connect on database %s to %s".formatted(VAULT, VAULT_APPLICATION));
      closeToPublic(connection, "postgres");
      closeToPublic(connection, "template1");
    }
  }

  private static void prepare(Connection connection, String database, String password)
      throws SQLException {
    String role = roleOf(database);
    role(connection, role, password);
    if (!exists(connection, "select from pg_database where datname = ?", database)) {
      execute(connection, "create database %s owner %s".formatted(database, role));
    }
    closeToPublic(connection, database);
  }

  private static void role(Connection connection, String role, String password)
      throws SQLException {
    if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
      execute(connection, "create role %s login".formatted(role));
    }
    execute(connection, "alter role %s password '%s'".formatted(role, password));
  }

  private static void closeToPublic(Connection connection, String database) throws SQLException {
    execute(connection, "revoke all on database %s from public".formatted(database));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Only our own names and base64url passwords come here. */
  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
