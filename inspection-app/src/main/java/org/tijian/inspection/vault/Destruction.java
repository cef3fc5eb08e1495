package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Deletes what was said in a visit. What remains is the receipt: that, when, why and how many, and
 * the entry of the access record that says so.
 */
@Component
class Destruction {
  /** In place of a key's id: the visit was never sealed with one. */
  private static final String NO_KEY = "none";

  private static final String RECEIPT =
      """
      insert into sealed.destruction (checkup_id, at, reason, statements, reports, key_id, position)
      values (:checkup, :at, :reason, :statements, :reports, :key, :position)
      """;

  private final JdbcClient jdbc;
  private final AccessRecord record;
  private final Clock clock;

  Destruction(VaultDatabase vault, AccessRecord record, Clock clock) {
    this.jdbc = vault.jdbc();
    this.record = record;
    this.clock = clock;
  }

  /** Runs in the caller's transaction. */
  void destroy(UUID checkupId, Reason reason) {
    int statements = delete("delete from sealed.statement where checkup_id = :checkup", checkupId);
    int reports = delete("delete from sealed.report where checkup_id = :checkup", checkupId);
    long position = record.addByPlatform(checkupId, Access.What.KEY_DESTROYED, reason.why, NO_KEY);
    jdbc.sql(RECEIPT)
        .param("checkup", checkupId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reason", reason.why.word())
        .param("key", NO_KEY)
        .param("position", position)
        .param("statements", statements)
        .param("reports", reports)
        .update();
  }

  private int delete(String sql, UUID checkupId) {
    return jdbc.sql(sql).param("checkup", checkupId).update();
  }

  /** Why something was deleted. */
  enum Reason {
    WITHDRAWN(Access.Why.WITHDRAWN),
    RETENTION(Access.Why.RETENTION);

    private final Access.Why why;

    Reason(Access.Why why) {
      this.why = why;
    }
  }
}
