package org.tijian.analytics.reading;

import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * A statement of the write path. Its parameters are arrays with one element for each row, by
 * position and of the driver's own types, so that they travel in binary form and the server plans
 * the statement once for each connection.
 */
record BatchStatement(String sql) {

  int update(MonitoringDatabase database, Object[] arrays) {
    return database.statements().update(sql, binding(arrays));
  }

  void query(MonitoringDatabase database, Object[] arrays, RowCallbackHandler rows) {
    database.statements().query(sql, binding(arrays), rows);
  }

  /** What a statement says that answers with one truth value. */
  boolean holds(MonitoringDatabase database, Object[] arrays) {
    return Boolean.TRUE.equals(
        database
            .statements()
            .query(sql, binding(arrays), rows -> rows.next() && rows.getBoolean(1)));
  }

  private static PreparedStatementSetter binding(Object[] arrays) {
    return statement -> {
      for (int i = 0; i < arrays.length; i++) {
        statement.setObject(i + 1, arrays[i]);
      }
    };
  }
}
