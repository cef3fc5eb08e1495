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

/** Mails on their way, in the vault database. */
@Component
class MailTable {
  private static final String ADD =
      """
      insert into mail (id, account_id, key, address, subject, text, calendar, method, made_at, due_at)
      values (:id, :account, :key, :address, :subject, :text, :calendar, :method, :at, :at)
      on conflict (account_id, key) do nothing
      """;

  /** Of several processes each takes a mail that no other holds. */
  private static final String DUE =
      "select * from mail where due_at <= :now order by due_at, id limit 1 for update skip locked";

  /** What it said is gone with it. */
  private static final String DONE =
      """
      update mail set due_at = null, sent_at = :sentAt, address = null, subject = null, text = null,
                      calendar = null, method = null
       where %s
      """;

  private final JdbcClient jdbc;

  MailTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(UUID accountId, String key, Mail mail) {
    jdbc.sql(ADD)
        .param("id", mail.id())
        .param("account", accountId)
        .param("key", key)
        .param("address", mail.address())
        .param("subject", mail.subject())
        .param("text", mail.text())
        .param("calendar", mail.calendar())
        .param("method", mail.method())
        .param("at", utc(mail.madeAt()))
        .update();
  }

  /** The next one to try, which nobody else takes until the caller's transaction ends. */
  Optional<Mail> due(Instant now) {
    return jdbc.sql(DUE).param("now", utc(now)).query(MailTable::read).optional();
  }

  void sent(UUID id, Instant at) {
    jdbc.sql(DONE.formatted("id = :id")).param("sentAt", utc(at)).param("id", id).update();
  }

  void giveUp(UUID id) {
    jdbc.sql(DONE.formatted("id = :id"))
        .param("sentAt", null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .update();
  }

  void giveUpAll(UUID accountId) {
    jdbc.sql(DONE.formatted("account_id = :account and due_at is not null"))
        .param("sentAt", null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("account", accountId)
        .update();
  }

  void tryAgain(UUID id, Instant at) {
    jdbc.sql("update mail set due_at = :at, attempts = attempts + 1 where id = :id")
        .param("at", utc(at))
        .param("id", id)
        .update();
  }

  int count(UUID accountId, String keyBegins, Instant since) {
    return jdbc.sql(
            "select count(*) from mail where account_id = :account and starts_with(key, :begins) and made_at > :since")
        .param("account", accountId)
        .param("begins", keyBegins)
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  private static Mail read(ResultSet row, int index) throws SQLException {
    return new Mail(
        row.getObject("id", UUID.class),
        row.getString("address"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("calendar"),
        row.getString("method"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
