package org.tijian.inspection.vault;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** The record of who opened what. The database refuses to change or delete a line of it. */
@Component
class AccessRecord {
  private static final String ADD =
      """
      insert into sealed.access (checkup_id, at, account_id, by_zh, by_en, role, what)
      values (:checkup, :at, :account, :zh, :en, :role, :what)
      """;
  private static final String OF =
      "select * from sealed.access where checkup_id = :checkup order by id desc";

  private final JdbcClient jdbc;
  private final Clock clock;

  AccessRecord(VaultDatabase vault, Clock clock) {
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  void add(UUID checkupId, Account account, Access.What what) {
    jdbc.sql(ADD)
        .param("checkup", checkupId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", account.id())
        .param("zh", account.name().zh())
        .param("en", account.name().en())
        .param("role", account.role().word())
        .param("what", what.word())
        .update();
  }

  /** Newest first. */
  List<Access> of(UUID checkupId) {
    return jdbc.sql(OF)
        .param("checkup", checkupId)
        .query(
            (row, index) ->
                new Access(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    new LocalName(row.getString("by_zh"), row.getString("by_en")),
                    row.getString("role"),
                    Access.What.of(row.getString("what"))))
        .list();
  }
}
