package org.tijian.inspection.vault;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.chain.Certificate;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.Sha256;
import org.tijian.inspection.database.VaultDatabase;

/** Certificates of deletion (T-33), signed anew from what was kept: the same bytes every time. */
@Component
class Certificates {
  private static final String OF =
      """
      select d.*, e.hash, e.at as recorded_at from sealed.destruction d
        join sealed.entry e on e.chain = d.checkup_id and e.position = d.position
       where d.checkup_id = :checkup order by d.position
      """;

  private static final String OF_SITE =
      """
      select d.*, e.hash, e.at as recorded_at from sealed.destroyed_document d
        join sealed.entry e on e.chain = :chain and e.position = d.position
       where d.site_id = :site order by d.position
      """;

  private final JdbcClient jdbc;
  private final Heads heads;

  Certificates(VaultDatabase vault, Heads heads) {
    this.jdbc = vault.jdbc();
    this.heads = heads;
  }

  /** Those of an enterprise's destroyed documents: one a version, by the id of its key. */
  List<Certificate> ofSite(long siteId) {
    UUID chain = Access.ofSite(siteId);
    return jdbc
        .sql(OF_SITE)
        .param("chain", chain)
        .param("site", siteId)
        .query(
            (row, index) ->
                new Certificate(
                    Sha256.visit(chain),
                    row.getString("id"),
                    Entry.time(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                    Access.Why.DEMAND.word(),
                    0,
                    0,
                    row.getLong("position"),
                    row.getString("hash"),
                    heads.keyId(),
                    ""))
        .list()
        .stream()
        .map(heads::signed)
        .toList();
  }

  List<Certificate> of(UUID checkupId) {
    return jdbc
        .sql(OF)
        .param("checkup", checkupId)
        .query(
            (row, index) ->
                new Certificate(
                    Sha256.visit(checkupId),
                    row.getString("key_id"),
                    Entry.time(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                    row.getString("reason"),
                    row.getLong("statements"),
                    row.getLong("reports"),
                    row.getLong("position"),
                    row.getString("hash"),
                    heads.keyId(),
                    ""))
        .list()
        .stream()
        .map(heads::signed)
        .toList();
  }
}
