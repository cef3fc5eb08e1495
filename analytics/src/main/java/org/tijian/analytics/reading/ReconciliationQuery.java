package org.tijian.analytics.reading;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Counts a logger's frames anew, folded and removed ones with them. One statement, so that both
 * sides are of the same moment.
 */
final class ReconciliationQuery {
  private static final String COUNT =
      """
      select account.*, kept.*, reasons.*
        from (select coalesce(sum(stored), 0) as stored, coalesce(sum(noted), 0) as noted,
                     coalesce(sum(duplicate), 0) as duplicate, coalesce(sum(refused), 0) as refused,
                     coalesce(sum(not_kept), 0) as not_kept
                from frame_account where mn = :mn) as account,
             (select sum(kept_stored) as kept_stored, sum(kept_noted) as kept_noted,
                     sum(kept_refused) as kept_refused, sum(kept_duplicate) as kept_duplicate
                from (select count(*) filter (where verdict = 'readings') as kept_stored,
                             count(*) filter (where verdict = 'noted') as kept_noted,
                             count(*) filter (where verdict = 'refused') as kept_refused,
                             coalesce(sum(copies), 0)
                               - count(*) filter (where verdict <> 'repeated') as kept_duplicate
                        from frame where mn = :mn
                      union all
                      select readings, noted, 0, copies - readings - noted
                        from frame_block where mn = :mn
                      union all
                      select readings, noted, refused, duplicate
                        from frame_removed where mn = :mn) as part) as kept,
             (select coalesce(sum(frames), 0) as by_reason
                from frame_refusal_day where mn = :mn) as reasons
      """;

  private final MonitoringDatabase database;

  ReconciliationQuery(MonitoringDatabase database) {
    this.database = database;
  }

  Reconciliation of(String mn) {
    return database.jdbc().sql(COUNT).param("mn", mn).query((row, n) -> read(row)).single();
  }

  private static Reconciliation read(ResultSet row) throws SQLException {
    return new Reconciliation(
        new Reconciliation.Sums(
            row.getLong("stored"),
            row.getLong("noted"),
            row.getLong("duplicate"),
            row.getLong("refused")),
        new Reconciliation.Sums(
            row.getLong("kept_stored"),
            row.getLong("kept_noted"),
            row.getLong("kept_duplicate"),
            row.getLong("kept_refused")),
        row.getLong("not_kept"),
        row.getLong("by_reason"));
  }
}
