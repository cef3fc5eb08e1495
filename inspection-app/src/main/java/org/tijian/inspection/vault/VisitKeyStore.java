package org.tijian.inspection.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** The functions through which the database lets visits' keys be handled (V3). */
@Component
class VisitKeyStore {
  private final JdbcClient jdbc;

  VisitKeyStore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** Two sessions that would make a visit's key at the same moment wait for each other. */
  void oneAtATime(UUID checkupId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visit, 13))")
        .param("visit", checkupId.toString())
        .query()
        .singleRow();
  }

  /** Which key a visit has and what of it is wrapped for the account; empty if it has none. */
  Optional<Row> find(UUID checkupId, UUID accountId) {
    return jdbc.sql("select * from sealed.key_of(:visit, :account)")
        .param("visit", checkupId)
        .param("account", accountId)
        .query(
            (row, index) -> {
              OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
              return new Row(
                  row.getObject("id", UUID.class),
                  row.getBytes("wrapped"),
                  until == null ? null : until.toInstant(),
                  row.getBoolean("waiting"),
                  row.getBoolean("others_wait"));
            })
        .optional();
  }

  /** Makes the rows of the key's visit visible until the transaction ends. */
  void bind(UUID checkupId, byte[] proof) {
    jdbc.sql("select sealed.bind(:visit, :proof)")
        .param("visit", checkupId)
        .param("proof", proof)
        .query()
        .singleRow();
  }

  void add(VisitKey key, Instant at) {
    jdbc.sql("select sealed.add_visit_key(:visit, :key, :proof, :at)")
        .param("visit", key.checkupId())
        .param("key", key.keyId())
        .param("proof", key.proof())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  /**
   * In a transaction that has bound the visit.
   *
   * @param wrapped null if the person has no key pair yet: a later session wraps it
   */
  void grant(UUID accountId, byte @Nullable [] wrapped, Instant at) {
    jdbc.sql("select sealed.grant_key(:account, :wrapped, :at)")
        .param("account", accountId)
        .param("wrapped", wrapped)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  List<UUID> waiting(UUID checkupId) {
    return jdbc.sql("select account_id from sealed.key_holders(:visit) where waiting")
        .param("visit", checkupId)
        .query(UUID.class)
        .list();
  }

  /** For whom the key is wrapped or is to be. */
  Set<UUID> holders(UUID checkupId) {
    return jdbc.sql("select account_id from sealed.key_holders(:visit)")
        .param("visit", checkupId)
        .query(UUID.class)
        .set();
  }

  /** Takes the copies of experts back who left the team, and asks for one for those who came. */
  void followTeam(UUID checkupId, Instant at) {
    jdbc.sql("select sealed.follow_team(:visit, :at)")
        .param("visit", checkupId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  void limit(UUID checkupId, UUID accountId, Instant until) {
    jdbc.sql("select sealed.limit_grant(:visit, :account, :until)")
        .param("visit", checkupId)
        .param("account", accountId)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  /** Deletes the wrapped copies whose time is over. */
  List<Ended> endGrants(Instant now) {
    return jdbc.sql("select * from sealed.end_grants(:now)")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new Ended(
                    row.getObject("checkup_id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    row.getObject("key_id", UUID.class)))
        .list();
  }

  /**
   * The id of the key that had sealed nothing and is gone now; empty if it has sealed something.
   */
  Optional<UUID> dropUnused(UUID checkupId) {
    return Optional.ofNullable(
        jdbc.sql("select sealed.drop_unused_key(:visit) as key_id")
            .param("visit", checkupId)
            .query((row, index) -> row.getObject("key_id", UUID.class))
            .list()
            .get(0));
  }

  boolean isDestroyed(UUID checkupId) {
    return jdbc.sql(
            "select exists (select from sealed.destruction where checkup_id = :visit) as gone")
        .param("visit", checkupId)
        .query(Boolean.class)
        .single();
  }

  /** Everything said in the visit, and every wrapped copy of its key. */
  Destroyed destroy(UUID checkupId, Instant at) {
    return jdbc.sql("select * from sealed.destroy(:visit, :at)")
        .param("visit", checkupId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(
            (row, index) ->
                new Destroyed(
                    row.getObject("key_id", UUID.class),
                    row.getInt("statements"),
                    row.getInt("reports"),
                    row.getInt("files")))
        .single();
  }

  List<UUID> destroyedKeys() {
    return jdbc.sql("select * from sealed.destroyed_keys()").query(UUID.class).list();
  }

  /**
   * @param wrapped null if nothing is wrapped for the account
   * @param waiting it will be, by the next session that holds the key
   */
  record Row(
      UUID keyId,
      byte @Nullable [] wrapped,
      @Nullable Instant until,
      boolean waiting,
      boolean othersWait) {}

  record Ended(UUID checkupId, UUID accountId, UUID keyId) {}

  /**
   * @param keyId null if the visit never had a key
   */
  record Destroyed(@Nullable UUID keyId, int statements, int reports, int files) {}
}
