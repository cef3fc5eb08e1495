package org.tijian.inspection.vault;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Seals statements and reports that were stored before there were keys. */
@Component
class FromBefore {
  private final JdbcClient jdbc;

  FromBefore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** In the transaction that has bound the visit. */
  void seal(VisitKey key) {
    jdbc.sql(
            "select id, kind, unsealed from sealed.statement where checkup_id = :visit and unsealed is not null")
        .param("visit", key.checkupId())
        .query(
            (row, index) ->
                new Unsealed(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("unsealed")))
        .list()
        .forEach(each -> seal("statement", "id", key, each));
    jdbc.sql(
            "select unsealed from sealed.report where checkup_id = :visit and unsealed is not null")
        .param("visit", key.checkupId())
        .query(String.class)
        .optional()
        .ifPresent(
            content ->
                seal(
                    "report",
                    "checkup_id",
                    key,
                    new Unsealed(key.checkupId(), SealedReports.KIND, content)));
  }

  private void seal(String table, String id, VisitKey key, Unsealed row) {
    jdbc.sql(
            "update sealed.%s set sealed = :sealed, unsealed = null where %s = :id"
                .formatted(table, id))
        .param("sealed", key.seal(row.kind(), row.id(), row.content()))
        .param("id", row.id())
        .update();
  }

  private record Unsealed(UUID id, String kind, String content) {}
}
