package org.tijian.inspection.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.web.RefusedRequest;

/** Answers and advice as append-only events, sealed with the key of their visit. */
@Component
public class SealedStatements {
  private static final String ADD =
      """
      insert into sealed.statement (id, checkup_id, kind, account_id, written_at, idempotency_key, sealed)
      values (:id, :checkup, :kind, :account, :at, :key, :sealed)
      on conflict (checkup_id, account_id, idempotency_key) do nothing
      """;
  private static final String FIND =
      """
      select * from sealed.statement
       where checkup_id = :checkup and account_id = :account and idempotency_key = :key
      """;
  private static final String OF =
      "select * from sealed.statement where checkup_id = :checkup order by position";

  private final JdbcClient jdbc;
  private final VisitKeys keys;

  SealedStatements(VaultDatabase vault, VisitKeys keys) {
    this.jdbc = vault.jdbc();
    this.keys = keys;
  }

  /** Everything said in a visit, oldest first. */
  public List<Statement> of(UUID checkupId) {
    return keys.within(
        checkupId,
        key ->
            jdbc.sql(OF).param("checkup", checkupId).query((row, index) -> read(row, key)).list());
  }

  /**
   * What the same key already stored.
   *
   * @throws RefusedRequest 409 {@code key-reused} if it said something else
   */
  Optional<Statement> repeated(VisitKey visit, Statement statement, @Nullable UUID key) {
    return key == null
        ? Optional.empty()
        : find(visit, statement, key).map(s -> same(s, statement));
  }

  /** Whether the account's key has stored something already, in the visit that is bound. */
  boolean isStored(UUID checkupId, UUID accountId, @Nullable UUID key) {
    return key != null
        && jdbc.sql("select exists (" + FIND + ")")
            .param("checkup", checkupId)
            .param("account", accountId)
            .param("key", key)
            .query(Boolean.class)
            .single();
  }

  /** Stores the statement; false if a statement with the same key came first. */
  boolean add(VisitKey visit, Statement statement, @Nullable UUID key) {
    return jdbc.sql(ADD)
            .param("id", statement.id())
            .param("checkup", statement.checkupId())
            .param("kind", statement.kind().word())
            .param("account", statement.accountId())
            .param("at", statement.writtenAt().atOffset(ZoneOffset.UTC))
            .param("key", key)
            .param(
                "sealed", visit.seal(statement.kind().word(), statement.id(), statement.content()))
            .update()
        == 1;
  }

  private Optional<Statement> find(VisitKey visit, Statement statement, UUID key) {
    return jdbc.sql(FIND)
        .param("checkup", statement.checkupId())
        .param("account", statement.accountId())
        .param("key", key)
        .query((row, index) -> read(row, visit))
        .optional();
  }

  private static Statement same(Statement stored, Statement statement) {
    if (!stored.saysTheSameAs(statement)) {
      throw new RefusedRequest(
          409,
          "key-reused",
          new LocalName("该操作编号已用于其他内容。", "This key was used for something else."));
    }
    return stored;
  }

  private static Statement read(ResultSet row, VisitKey visit) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String kind = row.getString("kind");
    return new Statement(
        id,
        row.getObject("checkup_id", UUID.class),
        Statement.Kind.of(kind),
        row.getObject("account_id", UUID.class),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        visit.open(kind, id, row.getBytes("sealed")));
  }
}
