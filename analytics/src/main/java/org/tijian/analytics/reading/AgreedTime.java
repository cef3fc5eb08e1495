package org.tijian.analytics.reading;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The time by which something is removed for good. A clock gone wrong must not be able to do that:
 * of this process's and the database's the one that is behind counts.
 */
final class AgreedTime {
  private AgreedTime() {}

  static Instant of(MonitoringDatabase database, Instant now) {
    Instant there =
        database.jdbc().sql("select now()").query(OffsetDateTime.class).single().toInstant();
    return there.isBefore(now) ? there : now;
  }
}
