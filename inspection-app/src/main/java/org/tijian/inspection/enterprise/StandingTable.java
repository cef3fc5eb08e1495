package org.tijian.inspection.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** How enterprises stand, and every change of it with who made it. */
@Component
class StandingTable {
  private static final String SET =
      """
      insert into enterprise_standing (site_id, waiting, since, question) values (:site, :waiting, :at, :question)
      on conflict (site_id) do update
        set waiting = excluded.waiting, question = excluded.question,
            since = case when enterprise_standing.waiting = excluded.waiting then enterprise_standing.since
                         else excluded.since end
      """;
  private static final String CHANGED =
      """
      insert into enterprise_standing_change (site_id, position, kind, at, account_id, by_zh, by_en, code)
      select :site, count(*), :kind, :at, :by, :zh, :en, :code from enterprise_standing_change where site_id = :site
      """;

  private final JdbcClient jdbc;

  StandingTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** What happened to the standing of an enterprise. */
  enum Kind {
    REGISTERED("registered"),
    CODE_CHANGED("code-changed"),
    ASKED("asked"),
    CONFIRMED("confirmed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /**
   * Joins the caller's transaction.
   *
   * @param question of the office, if it asks one
   * @param code the credit code that it is about
   */
  void change(
      long siteId,
      Kind kind,
      @Nullable String question,
      @Nullable String code,
      Account by,
      Instant at) {
    jdbc.sql(SET)
        .param("site", siteId)
        .param("waiting", kind != Kind.CONFIRMED)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("question", question)
        .update();
    jdbc.sql(CHANGED)
        .param("site", siteId)
        .param("kind", kind.word)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.id())
        .param("zh", by.name().zh())
        .param("en", by.name().en())
        .param("code", code)
        .update();
  }

  /** Empty for an enterprise from before, which counts as confirmed. */
  Optional<Standing> of(long siteId) {
    return jdbc.sql("select * from enterprise_standing where site_id = :site")
        .param("site", siteId)
        .query(StandingTable::read)
        .optional();
  }

  /** As {@link #of}; the row stands still until the caller's transaction ends. */
  Optional<Standing> hold(long siteId) {
    return jdbc.sql("select * from enterprise_standing where site_id = :site for update")
        .param("site", siteId)
        .query(StandingTable::read)
        .optional();
  }

  Set<Long> waiting(Collection<Long> siteIds) {
    return new HashSet<>(
        jdbc.sql("select site_id from enterprise_standing where waiting and site_id = any(:sites)")
            .param("sites", siteIds.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  /** A page of those that wait, the newest first. */
  List<Standing> waiting(long before, int limit) {
    return jdbc.sql(
            """
            select * from enterprise_standing where waiting and site_id < :before
             order by site_id desc limit :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(StandingTable::read)
        .list();
  }

  private static Standing read(ResultSet row, int index) throws SQLException {
    return new Standing(
        row.getLong("site_id"),
        row.getBoolean("waiting"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("question"));
  }

  /**
   * How an enterprise stands.
   *
   * @param waiting whether it is still to be confirmed
   * @param question that the office asked the enterprise, or null
   */
  record Standing(long siteId, boolean waiting, Instant since, @Nullable String question) {}
}
