package org.tijian.inspection.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;

/** Passages in the vault database: added, never changed. */
@Component
class PassageTable {
  private static final String ADD =
      """
      insert into entry_passage (id, checkup_id, expert_id, direction, at, recorded_at, recorded_by, by_zh, by_en)
      values (:id, :checkup, :expert, :direction, :at, :recordedAt, :by, :zh, :en)
      """;
  private static final String OF =
      "select * from entry_passage where checkup_id in (:checkups) order by at, recorded_at";

  private final JdbcClient jdbc;

  PassageTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(Passage passage) {
    jdbc.sql(ADD)
        .param("id", passage.id())
        .param("checkup", passage.checkupId())
        .param("expert", passage.expertId())
        .param("direction", passage.direction().word())
        .param("at", passage.at().atOffset(ZoneOffset.UTC))
        .param("recordedAt", passage.recordedAt().atOffset(ZoneOffset.UTC))
        .param("by", passage.recordedBy())
        .param("zh", passage.by().zh())
        .param("en", passage.by().en())
        .update();
  }

  /** Of several visits, in order of time. */
  List<Passage> of(Collection<UUID> checkups) {
    return checkups.isEmpty()
        ? List.of()
        : jdbc.sql(OF).param("checkups", checkups).query(PassageTable::read).list();
  }

  private static Passage read(ResultSet row, int index) throws SQLException {
    return new Passage(
        row.getObject("id", UUID.class),
        row.getObject("checkup_id", UUID.class),
        row.getObject("expert_id", UUID.class),
        Passage.Direction.of(row.getString("direction")).orElseThrow(),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_by", UUID.class),
        new LocalName(row.getString("by_zh"), row.getString("by_en")));
  }
}
