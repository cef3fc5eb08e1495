package org.tijian.inspection.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.chain.Entry;
import org.tijian.inspection.chain.Sha256;
import org.tijian.inspection.database.VaultDatabase;
import org.tijian.inspection.request.Checkup;

/**
 * The record of who opened what: one chain of hashes per check-up (docs/access-record.md). The
 * database says an entry's position and what it follows, and refuses to change or delete one. If an
 * entry cannot be written, what it would have told of does not happen.
 */
@Component
class AccessRecord {
  private static final String ADD =
      """
      select sealed.add_entry(:chain, :at, :account, :zh, :en, :role, :origin, :what, :why, :detail)
      """;
  private static final String OF =
      "select * from sealed.entry where chain = :chain order by position";

  private static final String NEWEST =
      """
      select detail from sealed.entry where chain = :chain and what = :what order by position desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AccessRecord(VaultDatabase vault, Clock clock) {
    this.jdbc = vault.jdbc();
    this.clock = clock;
  }

  /** Somebody who was let in did something. Joins the caller's transaction if there is one. */
  void add(UUID checkupId, Account account, Access.What what) {
    add(checkupId, account, what, "");
  }

  /**
   * @param detail id of the key, for example; empty if there is none
   */
  void add(UUID checkupId, Account account, Access.What what, String detail) {
    add(new Access(checkupId, Access.Who.of(account), what, Access.Why.of(account), detail));
  }

  /** Somebody was not let in. */
  void addRefused(Checkup checkup, Account account) {
    add(
        new Access(
            checkup.id(),
            Access.Who.of(account, checkup),
            Access.What.REFUSED,
            Access.Why.NOT_ALLOWED,
            ""));
  }

  /**
   * Somebody asked for a check-up that does not exist. Kept apart, so that nothing is revealed.
   *
   * @param asked what was asked for; its hash is kept
   */
  void addUnknown(UUID asked, Account account) {
    Access.Who who = Access.Who.of(account);
    add(
        new Access(
            Access.PLATFORM,
            who,
            Access.What.REFUSED,
            Access.Why.NOT_ALLOWED,
            Sha256.visit(asked)));
  }

  /** Something that the platform did by itself. */
  long addByPlatform(UUID chain, Access.What what, Access.Why why, String detail) {
    return add(new Access(chain, Access.Who.PLATFORM, what, why, detail));
  }

  /**
   * @return position of the entry
   */
  long add(Access access) {
    return jdbc.sql(ADD)
        .param("chain", access.chain())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("account", access.who().account())
        .param("zh", access.who().name().zh())
        .param("en", access.who().name().en())
        .param("role", access.who().role())
        .param("origin", Origin.current().word())
        .param("what", access.what().word())
        .param("why", access.why().word())
        .param("detail", access.detail())
        .query(Long.class)
        .single();
  }

  /** The detail of the newest entry of its kind. */
  Optional<String> newestDetail(UUID chain, Access.What what) {
    return jdbc.sql(NEWEST)
        .param("chain", chain)
        .param("what", what.word())
        .query(String.class)
        .optional();
  }

  /** Oldest first. */
  List<Entry> of(UUID chain) {
    return jdbc.sql(OF).param("chain", chain).query(AccessRecord::read).list();
  }

  private static Entry read(ResultSet row, int index) throws SQLException {
    return new Entry(
        Sha256.visit(row.getObject("chain", UUID.class)),
        row.getLong("position"),
        row.getString("previous"),
        Entry.time(row.getObject("at", OffsetDateTime.class).toInstant()),
        row.getString("account_id"),
        new Entry.Name(row.getString("by_zh"), row.getString("by_en")),
        row.getString("role"),
        row.getString("origin"),
        row.getString("what"),
        row.getString("why"),
        row.getString("detail"),
        row.getString("hash"));
  }
}
