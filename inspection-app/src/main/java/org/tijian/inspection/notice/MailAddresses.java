package org.tijian.inspection.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.database.VaultDatabase;

/** Mail addresses in the vault database, one for an account at most. */
@Component
class MailAddresses {
  private static final String PUT =
      """
      insert into mail_address (account_id, address, language, code_sha256)
      values (:account, :address, :language, :code)
      on conflict (account_id) do update
        set address = :address, language = :language, confirmed_at = null, code_sha256 = :code, attempts = 0
      """;
  private static final String CONFIRM =
      "update mail_address set confirmed_at = :at, code_sha256 = null where account_id = :account and code_sha256 = :code";

  private final JdbcClient jdbc;

  MailAddresses(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  Optional<MailAddress> of(UUID accountId) {
    return jdbc.sql("select * from mail_address where account_id = :account")
        .param("account", accountId)
        .query(MailAddresses::read)
        .optional();
  }

  /** A new address, which nobody has confirmed. */
  void put(UUID accountId, String address, String language, String codeSha256) {
    jdbc.sql(PUT)
        .param("account", accountId)
        .param("address", address)
        .param("language", language)
        .param("code", codeSha256)
        .update();
  }

  /** Counts a try, before the code is looked at. */
  void tried(UUID accountId) {
    jdbc.sql("update mail_address set attempts = attempts + 1 where account_id = :account")
        .param("account", accountId)
        .update();
  }

  /** False if it is not the code. */
  boolean confirm(UUID accountId, String codeSha256, Instant at) {
    return jdbc.sql(CONFIRM)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", accountId)
            .param("code", codeSha256)
            .update()
        == 1;
  }

  void remove(UUID accountId) {
    jdbc.sql("delete from mail_address where account_id = :account")
        .param("account", accountId)
        .update();
  }

  private static MailAddress read(ResultSet row, int index) throws SQLException {
    OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
    return new MailAddress(
        row.getString("address"),
        row.getString("language"),
        confirmedAt == null ? null : confirmedAt.toInstant(),
        row.getString("code_sha256"),
        row.getInt("attempts"));
  }
}
