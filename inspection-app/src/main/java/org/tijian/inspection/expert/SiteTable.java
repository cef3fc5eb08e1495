package org.tijian.inspection.expert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** What directors said for matching: parties, and experts they refused. */
@Component
class SiteTable {
  private final JdbcClient jdbc;

  SiteTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  List<String> parties(long site, String kind) {
    return jdbc.sql(
            "select name from site_party where site_id = :site and kind = :kind order by name")
        .param("site", site)
        .param("kind", kind)
        .query(String.class)
        .list();
  }

  void putParties(long site, String kind, List<String> names) {
    jdbc.sql("delete from site_party where site_id = :site and kind = :kind")
        .param("site", site)
        .param("kind", kind)
        .update();
    for (String name : names) {
      jdbc.sql("insert into site_party values (:site, :kind, :name) on conflict do nothing")
          .param("site", site)
          .param("kind", kind)
          .param("name", name)
          .update();
    }
  }

  Set<UUID> refused(long site) {
    return jdbc.sql("select expert_id from expert_refusal where site_id = :site")
        .param("site", site)
        .query(UUID.class)
        .set();
  }

  void refuse(long site, UUID expert, UUID checkup, Account by, Instant at) {
    jdbc.sql(
            """
            insert into expert_refusal (site_id, expert_id, checkup_id, account_id, at)
            values (:site, :expert, :checkup, :by, :at) on conflict do nothing
            """)
        .param("site", site)
        .param("expert", expert)
        .param("checkup", checkup)
        .param("by", by.id())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
