package org.tijian.inspection.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Site;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.database.VaultDatabase;

/** What calendars were told of each visit, and the secret addresses of feeds. */
@Component
class CalendarTable {
  private static final LocalName UNKNOWN = new LocalName("（未知）", "(unknown)");
  private static final String PUT =
      """
      insert into calendar_entry (checkup_id, sequence, starts_at, ends_at, invited, cancelled_at)
      values (:checkup, :sequence, :startsAt, :endsAt, :invited, :cancelledAt)
      on conflict (checkup_id) do update
        set sequence = :sequence, starts_at = :startsAt, ends_at = :endsAt, invited = :invited,
            cancelled_at = :cancelledAt
      """;

  /** With the numbers of all that is made in the visit. */
  private static final String ENTRY =
      """
      select e.*, c.site_id,
             (select string_agg(n.number, ' + ' order by n.number) from checkup n
               where n.id = c.id
                  or n.id in (select m.checkup_id from appointment j join appointment m on m.joined_id = j.joined_id
                               where j.checkup_id = c.id and j.released_at is null and m.released_at is null)) as number
        from calendar_entry e join checkup c on c.id = e.checkup_id
       where\s""";

  private static final String PUT_FEED =
      """
      insert into calendar_feed (account_id, token_sha256, language, made_at)
      values (:account, :token, :language, :at)
      on conflict (account_id) do update set token_sha256 = :token, language = :language, made_at = :at
      """;

  private final JdbcClient jdbc;
  private final SiteRegister register;

  CalendarTable(VaultDatabase vault, SiteRegister register) {
    this.jdbc = vault.jdbc();
    this.register = register;
  }

  Optional<VisitEntry> entry(UUID checkupId) {
    return jdbc.sql(ENTRY + "e.checkup_id = :checkup")
        .param("checkup", checkupId)
        .query(this::read)
        .optional();
  }

  /** Visits that somebody is or was invited to, from a time on. */
  List<VisitEntry> invited(UUID accountId, Instant from, int limit) {
    return jdbc.sql(
            ENTRY
                + ":account = any(e.invited) and e.ends_at > :from order by e.ends_at limit :limit")
        .param("account", accountId)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  /** All visits from a time on. */
  List<VisitEntry> all(Instant from, int limit) {
    return jdbc.sql(ENTRY + "e.ends_at > :from order by e.ends_at limit :limit")
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  void put(VisitEntry entry) {
    Instant cancelledAt = entry.cancelledAt();
    jdbc.sql(PUT)
        .param("checkup", entry.checkupId())
        .param("sequence", entry.sequence())
        .param("startsAt", entry.startsAt().atOffset(ZoneOffset.UTC))
        .param("endsAt", entry.endsAt().atOffset(ZoneOffset.UTC))
        .param("invited", entry.invited().toArray(UUID[]::new))
        .param("cancelledAt", cancelledAt == null ? null : cancelledAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  LocalName place(long siteId) {
    return register.site(siteId).map(Site::name).orElse(UNKNOWN);
  }

  /** An account's feed. */
  record Feed(UUID accountId, String language, Instant madeAt) {}

  Optional<Feed> feed(UUID accountId) {
    return feed("account_id = :key", accountId);
  }

  Optional<Feed> feedByToken(String tokenSha256) {
    return feed("token_sha256 = :key", tokenSha256);
  }

  void putFeed(UUID accountId, String tokenSha256, String language, Instant at) {
    jdbc.sql(PUT_FEED)
        .param("account", accountId)
        .param("token", tokenSha256)
        .param("language", language)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void dropFeed(UUID accountId) {
    jdbc.sql("delete from calendar_feed where account_id = :account")
        .param("account", accountId)
        .update();
  }

  private Optional<Feed> feed(String condition, Object key) {
    return jdbc.sql("select account_id, language, made_at from calendar_feed where " + condition)
        .param("key", key)
        .query(
            (row, index) ->
                new Feed(
                    row.getObject("account_id", UUID.class),
                    row.getString("language"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private VisitEntry read(ResultSet row, int index) throws SQLException {
    return new VisitEntry(
        row.getObject("checkup_id", UUID.class),
        row.getString("number"),
        place(row.getLong("site_id")),
        row.getInt("sequence"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        List.of((UUID[]) row.getArray("invited").getArray()),
        instant(row.getObject("cancelled_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
