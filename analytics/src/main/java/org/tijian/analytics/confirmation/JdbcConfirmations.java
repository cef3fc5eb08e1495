package org.tijian.analytics.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.confirmation.Confirmations.Noted;
import org.tijian.analytics.reading.MonitoringDatabase;
import org.tijian.analytics.standard.Confirmation;

/** The book in PostgreSQL. */
final class JdbcConfirmations implements Confirmations {
  private static final String CONFIRM =
      """
      insert into rule_confirmation (rule_id, edition, confirmed_by, confirmed_at, clause, page)
      values (:rule, :edition, :by, :at, :clause, :page)
      """;

  private static final String WITHDRAW =
      """
      update rule_confirmation set withdrawn_by = :by, withdrawn_at = :at
       where rule_id = :rule and edition = :edition and withdrawn_at is null and confirmed_at <= :at
      """;

  private static final String STANDING =
      """
      select distinct on (rule_id, edition) *
        from rule_confirmation
       where confirmed_at <= :asOf and (withdrawn_at is null or withdrawn_at > :asOf)
       order by rule_id, edition, confirmed_at desc, id desc
      """;

  private static final String HISTORY =
      "select * from rule_confirmation where rule_id = :rule order by confirmed_at, id";

  private final MonitoringDatabase database;

  JdbcConfirmations(MonitoringDatabase database) {
    this.database = database;
  }

  @Override
  public void confirm(Confirmation confirmation) {
    database
        .jdbc()
        .sql(CONFIRM)
        .param("rule", confirmation.ruleId())
        .param("edition", confirmation.edition())
        .param("by", confirmation.by())
        .param("at", confirmation.at().atOffset(ZoneOffset.UTC))
        .param("clause", confirmation.clause())
        .param("page", confirmation.page())
        .update();
  }

  @Override
  public boolean withdraw(String ruleId, String edition, String by, Instant at) {
    return database
            .jdbc()
            .sql(WITHDRAW)
            .param("rule", ruleId)
            .param("edition", edition)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  @Override
  public List<Confirmation> standing(Instant asOf) {
    return database
        .jdbc()
        .sql(STANDING)
        .param("asOf", asOf.atOffset(ZoneOffset.UTC))
        .query((row, number) -> confirmation(row))
        .list();
  }

  @Override
  public List<Noted> history(String ruleId) {
    return database
        .jdbc()
        .sql(HISTORY)
        .param("rule", ruleId)
        .query((row, number) -> noted(row))
        .list();
  }

  private static Noted noted(ResultSet row) throws SQLException {
    @Nullable Timestamp withdrawn = row.getTimestamp("withdrawn_at");
    return new Noted(
        confirmation(row),
        row.getString("withdrawn_by"),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  private static Confirmation confirmation(ResultSet row) throws SQLException {
    return new Confirmation(
        row.getString("rule_id"),
        row.getString("edition"),
        row.getString("confirmed_by"),
        row.getTimestamp("confirmed_at").toInstant(),
        row.getString("clause"),
        row.getString("page"));
  }
}
