package org.tijian.inspection.redteam;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One connection to a database, for whatever an attacker types. */
final class Sql implements AutoCloseable {
  private final Connection connection;

  Sql(String url) throws SQLException {
    this.connection = DriverManager.getConnection(url);
  }

  /** An administrator whom no trigger and no foreign key holds up. */
  static Sql withoutTriggers(String url) throws SQLException {
    Sql sql = new Sql(url);
    sql.run("set session_replication_role = replica");
    return sql;
  }

  /**
   * @return rows changed
   */
  int run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql) ? 0 : statement.getUpdateCount();
    }
  }

  /** The first column of every row. */
  List<String> column(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  /** What the database says against it; empty if it lets it happen. */
  String refusal(String sql) {
    try {
      run(sql);
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("refused");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
