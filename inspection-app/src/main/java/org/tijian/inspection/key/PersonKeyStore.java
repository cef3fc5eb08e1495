package org.tijian.inspection.key;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Key pairs in the vault database. */
@Component
class PersonKeyStore {
  private static final String ADD =
      """
      insert into person_key (account_id, public_key, salt, memory_kib, passes, lanes, by_password, made_at)
      values (:account, :public, :salt, :memory, :passes, :lanes, :byPassword, :at)
      on conflict (account_id) do nothing
      """;
  private static final String SET_PASSWORD =
      """
      update person_key set salt = :salt, memory_kib = :memory, passes = :passes, lanes = :lanes, by_password = :byPassword
       where account_id = :account
      """;
  private static final String SET_RECOVERY =
      """
      update person_key set by_recovery = :byRecovery, recovery_made_at = :at, recovery_kept_at = null where account_id = :account
      """;
  private static final String KEEP_RECOVERY =
      "update person_key set recovery_kept_at = :at where account_id = :account and by_recovery is not null";

  private final JdbcClient jdbc;
  private final Clock clock;

  PersonKeyStore(VaultDatabase vault, Clock clock) {
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  Optional<PersonKey> find(UUID accountId) {
    return jdbc.sql("select * from person_key where account_id = :account")
        .param("account", accountId)
        .query(PersonKeyStore::read)
        .optional();
  }

  Optional<byte[]> publicKey(UUID accountId) {
    return jdbc.sql("select public_key from person_key where account_id = :account")
        .param("account", accountId)
        .query((row, index) -> row.getBytes("public_key"))
        .optional();
  }

  /** Keeps the first pair of a person: two sign-ins at the same moment make one. */
  void add(PersonKey key) {
    password(jdbc.sql(ADD).param("public", key.publicKey()).param("at", now()), key).update();
  }

  /** Replaces what the password opens. */
  void setPassword(PersonKey key) {
    password(jdbc.sql(SET_PASSWORD), key).update();
  }

  /** Replaces what the recovery code opens; the earlier code opens nothing any more. */
  void setRecovery(UUID accountId, byte[] byRecovery) {
    jdbc.sql(SET_RECOVERY)
        .param("account", accountId)
        .param("byRecovery", byRecovery)
        .param("at", now())
        .update();
  }

  void recoveryKept(UUID accountId) {
    jdbc.sql(KEEP_RECOVERY).param("account", accountId).param("at", now()).update();
  }

  private static JdbcClient.StatementSpec password(JdbcClient.StatementSpec sql, PersonKey key) {
    return sql.param("account", key.accountId())
        .param("salt", key.salt())
        .param("memory", key.cost().memoryKib())
        .param("passes", key.cost().passes())
        .param("lanes", key.cost().lanes())
        .param("byPassword", key.byPassword());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static PersonKey read(ResultSet row, int index) throws SQLException {
    OffsetDateTime kept = row.getObject("recovery_kept_at", OffsetDateTime.class);
    return new PersonKey(
        row.getObject("account_id", UUID.class),
        row.getBytes("public_key"),
        row.getBytes("salt"),
        new KeyCost(row.getInt("memory_kib"), row.getInt("passes"), row.getInt("lanes")),
        row.getBytes("by_password"),
        row.getBytes("by_recovery"),
        kept == null ? null : kept.toInstant());
  }
}
