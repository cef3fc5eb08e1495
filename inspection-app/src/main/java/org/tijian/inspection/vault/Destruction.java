package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Deletes what was said in a visit; what remains is the receipt: that, when, why and how many. */
@Component
class Destruction {
  private static final String RECEIPT =
      """
      insert into sealed.destruction (checkup_id, at, reason, statements, reports)
      values (:checkup, :at, :reason, :statements, :reports)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Destruction(VaultDatabase vault, Clock clock) {
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  /** Runs in the caller's transaction. */
  void destroy(UUID checkupId, Reason reason) {
    int statements = delete("delete from sealed.statement where checkup_id = :checkup", checkupId);
    int reports = delete("delete from sealed.report where checkup_id = :checkup", checkupId);
    jdbc.sql(RECEIPT)
        .param("checkup", checkupId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reason", reason.name().toLowerCase(Locale.ROOT))
        .param("statements", statements)
        .param("reports", reports)
        .update();
  }

  private int delete(String sql, UUID checkupId) {
    return jdbc.sql(sql).param("checkup", checkupId).update();
  }

  /** Why something was deleted. */
  enum Reason {
    WITHDRAWN,
    RETENTION
  }
}
