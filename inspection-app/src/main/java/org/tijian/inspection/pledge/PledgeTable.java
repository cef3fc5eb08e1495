package org.tijian.inspection.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;

/** Signatures in the vault database: added, ended once, never changed otherwise. */
@Component
class PledgeTable {
  private static final String ADD =
      """
      insert into expert_pledge (id, checkup_id, expert_id, version, language, sha256, name_zh, name_en, signed_at)
      values (:id, :checkup, :expert, :version, :language, :sha256, :zh, :en, :at)
      on conflict (checkup_id, expert_id) where ended_at is null do nothing
      """;
  private static final String OF =
      "select * from expert_pledge where checkup_id = :checkup order by signed_at, ended_at, id";
  private static final String END_OTHERS =
      """
      update expert_pledge set ended_at = greatest(signed_at, :at)
       where checkup_id = :checkup and ended_at is null and not expert_id = any(:team)
      """;

  private final JdbcClient jdbc;

  PledgeTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** False if one of the expert holds already. */
  boolean add(UUID checkupId, Signed signed) {
    return jdbc.sql(ADD)
            .param("id", UUID.randomUUID())
            .param("checkup", checkupId)
            .param("expert", signed.expertId())
            .param("version", signed.version())
            .param("language", signed.language())
            .param("sha256", signed.sha256())
            .param("zh", signed.by().zh())
            .param("en", signed.by().en())
            .param("at", signed.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Oldest first, with those that ended. */
  List<Signed> of(UUID checkupId) {
    return jdbc.sql(OF).param("checkup", checkupId).query(PledgeTable::read).list();
  }

  /** Whoever is not of the team any more signs anew when coming back. */
  void endOthers(UUID checkupId, List<UUID> team, Instant at) {
    jdbc.sql(END_OTHERS)
        .param("checkup", checkupId)
        .param("team", team.toArray(UUID[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Signed read(ResultSet row, int index) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Signed(
        row.getObject("expert_id", UUID.class),
        new LocalName(row.getString("name_zh"), row.getString("name_en")),
        row.getString("version"),
        row.getString("language"),
        row.getString("sha256"),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
