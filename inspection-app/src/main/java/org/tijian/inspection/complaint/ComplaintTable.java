package org.tijian.inspection.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import org.tijian.inspection.account.Account;
import org.tijian.inspection.database.VaultDatabase;

/** Complaints and, for each reader, what was sealed for that reader. */
@Component
class ComplaintTable {
  private static final String ADD =
      """
      insert into complaint (id, site_id, by_zh, by_en, at, answer_by)
      values (:id, :site, :zh, :en, :at, :answerBy)
      """;
  private static final String ADD_COPY =
      """
      insert into complaint_copy (complaint_id, account_id, part, sealed)
      values (:complaint, :account, :part, :sealed)
      """;
  private static final String SELECT =
      """
      select c.*, t.sealed as text_sealed, a.sealed as answer_sealed
        from complaint c
        left join complaint_copy t on t.complaint_id = c.id and t.account_id = :reader and t.part = 'text'
        left join complaint_copy a on a.complaint_id = c.id and a.account_id = :reader and a.part = 'answer'
       where %s
         and (cast(:before as uuid) is null or (c.at, c.id) < (select b.at, b.id from complaint b where b.id = :before))
       order by c.at desc, c.id desc
       limit :limit
      """;
  private static final String ANSWERED =
      """
      update complaint set answered_zh = :zh, answered_en = :en, answered_at = :at
       where id = :id and answered_at is null
      """;

  private final JdbcClient jdbc;

  ComplaintTable(VaultDatabase vault) {
    this.jdbc = vault.jdbc();
  }

  void add(UUID id, long siteId, Account by, Instant at, Instant answerBy) {
    jdbc.sql(ADD)
        .param("id", id)
        .param("site", siteId)
        .param("zh", by.name().zh())
        .param("en", by.name().en())
        .param("at", utc(at))
        .param("answerBy", utc(answerBy))
        .update();
  }

  void addCopy(UUID id, UUID reader, Part part, byte[] sealed) {
    jdbc.sql(ADD_COPY)
        .param("complaint", id)
        .param("account", reader)
        .param("part", part.word())
        .param("sealed", sealed)
        .update();
  }

  /**
   * @param before only earlier ones than this; null from the newest on
   */
  List<Row> all(Account reader, @Nullable UUID before, int limit) {
    return page("true", reader, before, limit).query(ComplaintTable::read).list();
  }

  /** The same of one enterprise. */
  List<Row> ofSite(long siteId, Account reader, @Nullable UUID before, int limit) {
    return page("c.site_id = :site", reader, before, limit)
        .param("site", siteId)
        .query(ComplaintTable::read)
        .list();
  }

  private JdbcClient.StatementSpec page(
      String condition, Account reader, @Nullable UUID before, int limit) {
    return jdbc.sql(SELECT.formatted(condition))
        .param("reader", reader.id())
        .param("before", before, Types.OTHER)
        .param("limit", limit);
  }

  Optional<Long> site(UUID id) {
    return jdbc.sql("select site_id from complaint where id = :id")
        .param("id", id)
        .query(Long.class)
        .optional();
  }

  /** False if somebody else answered first. */
  boolean answered(UUID id, Account by, Instant at) {
    return jdbc.sql(ANSWERED)
            .param("id", id)
            .param("zh", by.name().zh())
            .param("en", by.name().en())
            .param("at", utc(at))
            .update()
        == 1;
  }

  /** Gatekeepers, and the directors of the enterprise. */
  List<UUID> readers(long siteId) {
    return jdbc.sql(
            "select id from account where role = 'GATEKEEPER' or (role = 'DIRECTOR' and site_id = :site)")
        .param("site", siteId)
        .query(UUID.class)
        .list();
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    String answeredZh = row.getString("answered_zh");
    return new Row(
        row.getObject("id", UUID.class),
        new LocalName(row.getString("by_zh"), row.getString("by_en")),
        instant(row, "at"),
        instant(row, "answer_by"),
        row.getBytes("text_sealed"),
        answeredZh == null ? null : new LocalName(answeredZh, row.getString("answered_en")),
        answeredZh == null ? null : instant(row, "answered_at"),
        row.getBytes("answer_sealed"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** What is sealed. */
  enum Part {
    TEXT("text"),
    ANSWER("answer");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** A complaint with what is sealed for one reader. */
  record Row(
      UUID id,
      LocalName by,
      Instant at,
      Instant answerBy,
      byte @Nullable [] text,
      @Nullable LocalName answeredBy,
      @Nullable Instant answeredAt,
      byte @Nullable [] answer) {}
}
