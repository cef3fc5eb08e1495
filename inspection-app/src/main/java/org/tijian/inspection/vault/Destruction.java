package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/**
 * Destroys the key of a visit and deletes what was sealed with it. What remains is the receipt:
 * that, when, why and how many, the id of the key, and the entry of the access record that says so.
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
  private final VisitKeyDestruction keys;
  private final Clock clock;

  Destruction(VaultDatabase vault, AccessRecord record, VisitKeyDestruction keys, Clock clock) {
    this.jdbc = vault.jdbc();
    this.record = record;
    this.keys = keys;
    this.clock = clock;
  }

  /** Runs in the caller's transaction; the share of the key goes as soon as it is committed. */
  void destroy(UUID checkupId, Reason reason) {
    Instant now = clock.instant();
    VisitKeyStore.Destroyed destroyed = keys.destroy(checkupId, now);
    String key = destroyed.keyId() == null ? NO_KEY : destroyed.keyId().toString();
    long position = record.addByPlatform(checkupId, Access.What.KEY_DESTROYED, reason.why, key);
    jdbc.sql(RECEIPT)
        .param("checkup", checkupId)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("reason", reason.why.word())
        .param("key", key)
        .param("position", position)
        .param("statements", destroyed.statements())
        .param("reports", destroyed.reports())
        .update();
  }

  /** Why something was deleted. */
  enum Reason {
    WITHDRAWN(Access.Why.WITHDRAWN),
    RETENTION(Access.Why.RETENTION),
    /** The director asked for it. */
    DEMAND(Access.Why.DEMAND);

    private final Access.Why why;

    Reason(Access.Why why) {
      this.why = why;
    }
  }
}
