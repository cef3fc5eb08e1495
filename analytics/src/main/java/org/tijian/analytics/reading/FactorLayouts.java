package org.tijian.analytics.reading;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Numbers of the lists of factors that loggers send. A list is committed on its own, before the
 * batch that needs it: a number remembered here is therefore never one that was rolled back.
 */
final class FactorLayouts {
  private final MonitoringDatabase database;
  private final ConcurrentMap<List<String>, Integer> known = new ConcurrentHashMap<>();

  FactorLayouts(MonitoringDatabase database) {
    this.database = database;
  }

  int idOf(List<String> factors) {
    return known.computeIfAbsent(factors, this::register);
  }

  private int register(List<String> factors) {
    String[] array = factors.toArray(String[]::new);
    database
        .jdbc()
        .sql(
            """
            insert into factor_layout (factors) values (:factors::text[])
            on conflict do nothing
            """)
        .param("factors", array)
        .update();
    return database
        .jdbc()
        .sql("select id from factor_layout where factors = :factors::text[]")
        .param("factors", array)
        .query(Integer.class)
        .single();
  }
}
