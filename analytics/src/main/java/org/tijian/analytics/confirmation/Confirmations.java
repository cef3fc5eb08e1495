package org.tijian.analytics.confirmation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.standard.Confirmation;

/**
 * The book of confirmations. Nothing is ever removed from it: a confirmation that was withdrawn
 * stays with the moment and the account of that. Who may confirm is for the caller to settle.
 */
public interface Confirmations {

  /** The port on PostgreSQL. */
  static Confirmations on(MonitoringDatabase database) {
    return new JdbcConfirmations(database);
  }

  /** Writes a confirmation down; of several for one rule the newest stands. */
  void confirm(Confirmation confirmation);

  /**
   * Withdraws every standing confirmation of a rule and edition.
   *
   * @return whether there was one
   */
  boolean withdraw(String ruleId, String edition, String by, Instant at);

  /** Confirmations that stood at a moment, one for each rule and edition, by rule id. */
  List<Confirmation> standing(Instant asOf);

  /** Everything written of a rule, oldest first. */
  List<Noted> history(String ruleId);

  /**
   * @param withdrawnBy null while it stands
   */
  record Noted(
      Confirmation confirmation, @Nullable String withdrawnBy, @Nullable Instant withdrawnAt) {}
}
