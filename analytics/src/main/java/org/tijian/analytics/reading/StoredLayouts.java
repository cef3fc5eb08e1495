package org.tijian.analytics.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The factors of layouts by number: a layout never changes. */
final class StoredLayouts {
  private final MonitoringDatabase database;

  StoredLayouts(MonitoringDatabase database) {
    this.database = database;
  }

  /** Without those that do not exist. */
  Map<Integer, List<String>> factors(Collection<Integer> ids) {
    Map<Integer, List<String>> factors = new HashMap<>();
    database
        .jdbc()
        .sql("select id, factors from factor_layout where id = any(:ids::int[])")
        .param("ids", ids.toArray(Integer[]::new))
        .query(
            row -> {
              factors.put(row.getInt("id"), List.of((String[]) row.getArray("factors").getArray()));
            });
    return factors;
  }
}
