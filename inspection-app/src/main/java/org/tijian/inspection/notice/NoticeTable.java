package org.tijian.inspection.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.database.VaultDatabase;

/** Notices in the vault database. */
@Component
class NoticeTable {
  private static final String ADD =
      """
      insert into notice (id, account_id, key, title_zh, title_en, text_zh, text_en, path, told_at)
      values (:id, :account, :key, :titleZh, :titleEn, :textZh, :textEn, :path, :at)
      on conflict (account_id, key) do nothing
      """;
  private static final String PAGE =
      """
      select * from notice where account_id = :account and position < :after
       order by position desc limit :limit
      """;

  private final JdbcClient jdbc;

  NoticeTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  /** False if it was told before. */
  boolean add(Notice notice, Instant at) {
    return jdbc.sql(ADD)
            .param("id", UUID.randomUUID())
            .param("account", notice.accountId())
            .param("key", notice.key())
            .param("titleZh", notice.title().zh())
            .param("titleEn", notice.title().en())
            .param("textZh", notice.text().zh())
            .param("textEn", notice.text().en())
            .param("path", notice.path())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** One row more is asked for than is told: it says whether there is a next page. */
  NoticePage page(UUID accountId, long after, int limit) {
    List<Row> rows =
        jdbc.sql(PAGE)
            .param("account", accountId)
            .param("after", after)
            .param("limit", limit + 1)
            .query(NoticeTable::read)
            .list();
    List<Row> told = rows.subList(0, Math.min(limit, rows.size()));
    Long next = rows.size() > limit ? told.get(limit - 1).position() : null;
    return new NoticePage(told.stream().map(Row::told).toList(), next, unread(accountId));
  }

  int unread(UUID accountId) {
    return jdbc.sql("select count(*) from notice where account_id = :account and read_at is null")
        .param("account", accountId)
        .query(Integer.class)
        .single();
  }

  /** False if the account has no such notice. */
  boolean markRead(UUID accountId, UUID id, Instant at) {
    return jdbc.sql(
                "update notice set read_at = coalesce(read_at, :at) where account_id = :account and id = :id")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", accountId)
            .param("id", id)
            .update()
        == 1;
  }

  void markAllRead(UUID accountId, Instant at) {
    jdbc.sql("update notice set read_at = :at where account_id = :account and read_at is null")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("account", accountId)
        .update();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
    return new Row(
        row.getLong("position"),
        new NoticePage.Told(
            row.getObject("id", UUID.class),
            new LocalName(row.getString("title_zh"), row.getString("title_en")),
            new LocalName(row.getString("text_zh"), row.getString("text_en")),
            row.getString("path"),
            row.getObject("told_at", OffsetDateTime.class).toInstant(),
            instant(readAt)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private record Row(long position, NoticePage.Told told) {}
}
