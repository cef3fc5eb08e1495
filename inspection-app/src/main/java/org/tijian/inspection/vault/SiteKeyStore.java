package org.tijian.inspection.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** The functions through which the database lets enterprises' keys be handled (V15). */
@Component
class SiteKeyStore {
  private final JdbcClient jdbc;

  SiteKeyStore(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** Two sessions that would make an enterprise's key at the same moment wait for each other. */
  void oneAtATime(long siteId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:site, 15))")
        .param("site", Long.toString(siteId))
        .query()
        .singleRow();
  }

  /**
   * Which key an enterprise has and what of it is wrapped for the account; empty if it has none.
   */
  Optional<Row> find(long siteId, UUID accountId) {
    return jdbc.sql("select * from sealed.site_key_of(:site, :account)")
        .param("site", siteId)
        .param("account", accountId)
        .query((row, index) -> new Row(row.getObject("id", UUID.class), row.getBytes("wrapped")))
        .optional();
  }

  void add(long siteId, UUID keyId, byte[] proof, Instant at) {
    jdbc.sql("select sealed.add_site_key(:site, :key, :proof, :at)")
        .param("site", siteId)
        .param("key", keyId)
        .param("proof", proof)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  /** Makes the rows of the enterprise visible until the transaction ends. */
  void bind(long siteId, byte[] proof) {
    jdbc.sql("select sealed.bind_site(:site, :proof)")
        .param("site", siteId)
        .param("proof", proof)
        .query()
        .singleRow();
  }

  /** In a transaction that has bound the enterprise. */
  void grant(UUID accountId, byte[] wrapped, Instant at) {
    jdbc.sql("select sealed.grant_site_key(:account, :wrapped, :at)")
        .param("account", accountId)
        .param("wrapped", wrapped)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query()
        .singleRow();
  }

  /** In a transaction that has bound the enterprise: nobody else holds its key any more. */
  void keepOnly(Collection<UUID> accounts) {
    jdbc.sql("select sealed.keep_site_grants(:accounts)")
        .param("accounts", accounts.toArray(UUID[]::new))
        .query()
        .singleRow();
  }

  List<UUID> holders(long siteId) {
    return jdbc.sql("select * from sealed.site_key_holders(:site)")
        .param("site", siteId)
        .query(UUID.class)
        .list();
  }

  /**
   * @param wrapped null if nothing is wrapped for the account
   */
  record Row(UUID keyId, byte @Nullable [] wrapped) {}
}
